"""Mails are owed by a row, written with the change that they tell of, and sent once from there."""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.db import transaction

from ..mail_retries import next_attempt
from ..models import MailKind, Order, OutgoingMail
from ..order_mails import write_mail

logger = logging.getLogger(__name__)


def owe_mail(order: Order, kind: MailKind, *, now: datetime, detail: str = "") -> None:
    """Once an order, kind and detail, however often it is asked for."""
    OutgoingMail.objects.bulk_create(
        [OutgoingMail(order=order, kind=kind, detail=detail, due_at=now)], ignore_conflicts=True
    )


def send_due_mails(*, now: datetime) -> int:
    """All that are due and that nobody else is sending; how many were sent."""
    sent = 0
    while (done := _send_next(now)) is not None:
        sent += done
    return sent


@transaction.atomic
def _send_next(now: datetime) -> bool | None:
    """Whether it was sent; None where none is due. The row is locked meanwhile, so that it is sent once."""
    due = OutgoingMail.objects.select_for_update(skip_locked=True, of=("self",)).select_related("order")
    mail = due.filter(due_at__lte=now).order_by("due_at", "id").first()
    if mail is None:
        return None
    mail.attempts += 1
    try:
        write_mail(mail).send()
    except (SMTPException, OSError) as error:
        logger.warning("Mail %s could not be sent: %s", mail.pk, error)
        mail.error = str(error)[:300]
        mail.due_at = next_attempt(mail.attempts, now)  # the admin shows what was given up
    else:
        mail.sent_at, mail.due_at, mail.error = now, None, ""
    mail.save()
    return mail.sent_at is not None
