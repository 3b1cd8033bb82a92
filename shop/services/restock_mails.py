"""Tells who asked for it that something is back, once, and asks guests whether they did ask."""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.db import transaction
from django.db.models import Q

from ..mail_retries import next_attempt
from ..models import RestockNotice
from ..restock_mails import write_question, write_restocked

logger = logging.getLogger(__name__)


def send_restock_mails(*, now: datetime) -> int:
    """All that are due and that nobody else is sending; how many were sent."""
    sent = 0
    while (done := _send_next(now)) is not None:
        sent += done
    return sent


@transaction.atomic
def _send_next(now: datetime) -> bool | None:
    """Whether it was sent; None where none is due. The row is locked meanwhile, so that it is sent once."""
    question = Q(question_due_at__lte=now)
    is_back = Q(confirmed_at__isnull=False, variant__stock__gt=0, variant__product__is_published=True)
    due = RestockNotice.objects.select_for_update(skip_locked=True, of=("self",))
    notice = (
        due.filter(question | is_back, rests_until__lte=now)
        .select_related("variant__product", "customer")
        .order_by("rests_until", "id")
        .first()
    )
    if notice is None:
        return None
    try:
        (write_restocked(notice) if notice.confirmed_at else write_question(notice)).send()
    except (SMTPException, OSError) as error:
        logger.warning("Restock mail %s could not be sent: %s", notice.pk, error)
        _later(notice, now)
        return False
    _sent(notice)
    return True


def _sent(notice: RestockNotice) -> None:
    """Who was told waits no longer, and is kept no longer."""
    if notice.confirmed_at:
        notice.delete()
    else:
        notice.question_due_at, notice.attempts = None, 0
        notice.save(update_fields=["question_due_at", "attempts"])


def _later(notice: RestockNotice, now: datetime) -> None:
    """Longer each time; an address that takes no mail is given up after so many."""
    notice.attempts += 1
    if (again := next_attempt(notice.attempts, now)) is None:
        notice.delete()
        return
    notice.rests_until = again
    notice.save(update_fields=["attempts", "rests_until"])
