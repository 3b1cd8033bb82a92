"""What runs in the workers and by the clock."""

from datetime import timedelta
from typing import Final

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from .importing.job import take_turn
from .models import ProductImage
from .services.history import forget_history
from .services.import_jobs import left_behind
from .services.thumbnails import make_due_thumbnails, messages_for
from .services.webhooks import forget_deliveries, send_due

DELIVERIES_KEPT: Final = timedelta(days=30)
LEFT_BEHIND: Final = timedelta(seconds=90)
"""Longer than a worker ever takes for one batch of an import."""


@shared_task
def make_thumbnails() -> None:
    """Of the images that are due, whichever they are: the rows say which, and a lost message loses none."""
    make_due_thumbnails(now=timezone.now())


@shared_task
def sweep_thumbnails() -> None:
    """Sends for what was missed, and for what failed long enough ago."""
    due = ProductImage.objects.thumbnails_due(now=timezone.now()).count()
    for _ in range(messages_for(due)):
        make_thumbnails.delay()


@shared_task
def forget_old_history() -> None:
    """Revisions of products, and the pictures that only they had, after VITRINE_HISTORY_DAYS."""
    forget_history(before=timezone.now() - timedelta(days=settings.VITRINE_HISTORY_DAYS))
    forget_deliveries(before=timezone.now() - DELIVERIES_KEPT)


@shared_task
def work_on_import(job_id: int) -> None:
    """One turn, and a message for the next: in between, others have theirs."""
    if take_turn(job_id=job_id, now=timezone.now()):
        work_on_import.delay(job_id)


@shared_task
def sweep_imports() -> None:
    """Takes up what a dead worker or a lost message has left behind."""
    for job_id in left_behind(before=timezone.now() - LEFT_BEHIND):
        work_on_import.delay(job_id)


@shared_task
def send_webhooks() -> None:
    """What is owed to them, and what is tried again."""
    send_due(now=timezone.now())
