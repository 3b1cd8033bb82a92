"""What runs in the workers and by the clock."""

from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from .services.mails import send_due_mails
from .services.payments import settle_open_payments
from .services.provider_news import forget_old_events
from .services.refunds import settle_pending_refunds
from .services.restock import forget_old_notices
from .services.restock_mails import send_restock_mails as send_restock
from .services.stale_carts import forget_stale_carts as forget_carts


@shared_task
def send_mails() -> None:
    """All that are due: the rows say which, and a lost message loses none."""
    send_due_mails(now=timezone.now())


@shared_task
def send_restock_mails() -> None:
    """To who waits for what is back."""
    send_restock(now=timezone.now())


@shared_task
def forget_restock_notices() -> None:
    """Of who never confirmed, and who waited in vain."""
    forget_old_notices(now=timezone.now())


@shared_task
def settle_payments() -> None:
    """Asks after what no provider has decided, and gives back what was not paid in time."""
    settle_open_payments(now=timezone.now())
    settle_pending_refunds()
    send_due_mails(now=timezone.now())


@shared_task
def forget_stale_carts() -> None:
    """Guests' carts and wish-lists that nobody can come back to."""
    forget_carts(now=timezone.now())


@shared_task
def forget_ended_sessions() -> None:
    """Of browsers and apps."""
    SessionStore.clear_expired()


@shared_task
def forget_payment_events() -> None:
    """What providers told long ago and tell no more."""
    forget_old_events(now=timezone.now())
