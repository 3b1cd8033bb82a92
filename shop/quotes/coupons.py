"""Whether a coupon holds for an order."""

import re
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from catalog.money import Money

from ..models import Coupon, CouponUse
from ..order_states import OrderError

_CODE: Final = re.compile(r"[A-Z0-9-]{1,30}")


class CouponRefused(OrderError):  # noqa: N818 - named for what is the case
    """The coupon does not hold; `str()` is a translated sentence that says why."""


def find_coupon(*, code: str) -> Coupon | None:
    """However its letters are written; None for what cannot be a code, too."""
    plain = code.strip().upper()
    if not _CODE.fullmatch(plain):
        return None
    return Coupon.objects.filter(code=plain, is_active=True).first()


def check_coupon(*, coupon: Coupon, goods: Money, now: datetime, email: str = "") -> None:
    """Raises CouponRefused. The uses of one customer are counted where an `email` is given."""
    if refusal := _refusal(coupon, goods, now) or _used_up(coupon, email):
        raise CouponRefused(refusal)


def _refusal(coupon: Coupon, goods: Money, now: datetime) -> str:
    if not coupon.is_active or (coupon.ends_at and now >= coupon.ends_at):
        return _("This code is not valid any more.")
    if coupon.starts_at and now < coupon.starts_at:
        return _("This code is not valid yet.")
    counts_money = coupon.amount_minor or coupon.minimum_minor
    if counts_money and coupon.currency != goods.currency:
        return _("This code is for another currency.")
    if goods.minor < coupon.minimum_minor:
        minimum = Money(coupon.minimum_minor, coupon.currency)
        return _("This code is for orders of %(minimum)s and more.") % {"minimum": minimum}
    return ""


def _used_up(coupon: Coupon, email: str) -> str:
    if coupon.max_uses is not None and coupon.uses >= coupon.max_uses:
        return _("This code has been used up.")
    limit = coupon.max_uses_per_customer
    if email and limit is not None:
        uses = CouponUse.objects.filter(coupon=coupon, email=email.lower()).count()
        if uses >= limit:
            return _("You have used this code already.")
    return ""
