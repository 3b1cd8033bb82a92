"""What runs in the workers and by the clock."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from .models import ProductImage
from .services.history import forget_history
from .services.thumbnails import make_due_thumbnails, messages_for


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
