"""What runs in the workers by the clock."""

from typing import Any

from celery import shared_task
from celery.signals import beat_init

from .beat import mark_beat
from .recall import keep_recall, measure_recall


@shared_task
def heartbeat() -> None:
    """Beat has sent it and a worker has got it: both live."""
    mark_beat()


@beat_init.connect
def _beat_began(**_: Any) -> None:
    """Else whoever examines a shop that was just started is told that beat is missing."""
    heartbeat.delay()


@shared_task
def watch_recall() -> None:
    recall = measure_recall()
    if recall is not None:
        keep_recall(recall)
