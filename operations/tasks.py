"""What runs in the workers by the clock."""

from celery import shared_task

from .beat import mark_beat
from .recall import keep_recall, measure_recall


@shared_task
def heartbeat() -> None:
    """Beat has sent it and a worker has got it: both live."""
    mark_beat()


@shared_task
def watch_recall() -> None:
    recall = measure_recall()
    if recall is not None:
        keep_recall(recall)
