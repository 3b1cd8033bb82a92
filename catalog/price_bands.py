"""The fixed price bands beside a list: "Up to €25", "€25 to €50", "From €100"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.conf import settings
from django.utils.translation import gettext as _

from .money import Money, default_currency


@dataclass(frozen=True)
class PriceBand:
    """Both limits are inclusive; None is open."""

    lowest: Money | None
    highest: Money | None

    @property
    def label(self) -> str:
        if self.lowest is None:
            return _("Up to %(price)s") % {"price": _short(self.highest)}
        if self.highest is None:
            return _("From %(price)s") % {"price": _short(self.lowest)}
        return _("%(lowest)s to %(highest)s") % {
            "lowest": _short(self.lowest),
            "highest": _short(self.highest),
        }

    def pairs(self) -> list[tuple[str, str]]:
        """As a query string has it, in major units."""
        limits = (("price_min", self.lowest), ("price_max", self.highest))
        return [(name, str(price.amount)) for name, price in limits if price]


def price_bands() -> Iterator[PriceBand]:
    """Between the shop's steps (VITRINE_PRICE_BANDS), and beyond them on either side."""
    steps = [Money.of(Decimal(step), default_currency()) for step in settings.VITRINE_PRICE_BANDS]
    for lowest, highest in pairwise([None, *steps, None]):
        if lowest or highest:
            yield PriceBand(lowest, highest)


def _short(price: Money | None) -> str:
    return price.rounded() if price else ""
