"""Who is told when something is back: asking for it, confirming, calling it off."""

from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from catalog.models import Variant

from ..models import RestockNotice

MAX_NOTICES: Final = 50
"""For one address."""
MAX_UNCONFIRMED: Final = 3
"""For one address: who does not answer is not asked again and again."""
UNCONFIRMED_FOR: Final = timedelta(days=3)
KEPT: Final = timedelta(days=180)


class RestockError(Exception):
    """Nothing was noted down. `str()` is a translated sentence for the shopper."""


class NotSoldOut(RestockError):  # noqa: N818 - named for what is the case
    """It can be had, or is not sold at all."""

    def __str__(self) -> str:
        return _("This is in stock again, or not sold any more.")


class TooManyNotices(RestockError):  # noqa: N818
    """The address waits for MAX_NOTICES already, or has MAX_UNCONFIRMED to confirm."""

    def __str__(self) -> str:
        return _("This address is waiting for too many things. Confirm or call off some of them first.")


@transaction.atomic
def ask_for_notice(
    *, variant: Variant, email: str, language: str, now: datetime, customer: User | None = None
) -> None:
    """Once for each address and variant. A customer's holds at once, a guest's when it is confirmed.

    Raises NotSoldOut and TooManyNotices.
    """
    if variant.stock > 0 or not variant.product.is_published:
        raise NotSoldOut
    address = customer.email if customer else email
    # What already waits is told to nobody: the answer is the same as for the first time.
    waiting = RestockNotice.objects.filter(email__iexact=address)
    if customer:
        waiting.filter(variant=variant, customer=None).update(customer=customer, confirmed_at=now)
    if waiting.filter(variant=variant).exists():
        return
    unconfirmed = waiting.filter(confirmed_at=None).count()
    if waiting.count() >= MAX_NOTICES or (customer is None and unconfirmed >= MAX_UNCONFIRMED):
        raise TooManyNotices
    notice = RestockNotice(
        variant=variant,
        customer=customer,
        email=address.lower(),
        language=language,
        asked_at=now,
        confirmed_at=now if customer else None,
        question_due_at=None if customer else now,
    )
    RestockNotice.objects.bulk_create([notice], ignore_conflicts=True)


def confirm_notice(*, notice: RestockNotice, now: datetime) -> None:
    """However often it is confirmed, and if it is there no more."""
    unconfirmed = RestockNotice.objects.filter(pk=notice.pk, confirmed_at=None)
    unconfirmed.update(confirmed_at=now, question_due_at=None)


def call_off(*, email: str) -> None:
    """All that the address waits for."""
    RestockNotice.objects.filter(email__iexact=email).delete()


def forget_old_notices(*, now: datetime) -> int:
    """Those that nobody confirmed, and those that waited in vain; how many went."""
    unconfirmed = Q(confirmed_at=None, asked_at__lt=now - UNCONFIRMED_FOR)
    count, _by_model = RestockNotice.objects.filter(unconfirmed | Q(asked_at__lt=now - KEPT)).delete()
    return count
