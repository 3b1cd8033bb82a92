"""More like this, but: in another colour, cheaper, of another type; or like several products at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from catalog.filters import ProductFilters

from .ranking import Wanted
from .ranking.palette import distance

LOWER, HIGHER = "lower", "higher"
MOST_BESIDE = 3
SAME_COLOUR = 20.0
"""ΔE up to which another name is the same colour to a shopper: navy and navy blue, grey and charcoal not."""
_LONGEST = 60


@dataclass(frozen=True)
class Twist:
    """`price` is LOWER, HIGHER or empty; `beside` are slugs of further products that it is to be like."""

    size: str = ""
    colour: str = ""
    price: str = ""
    type: str = ""
    beside: tuple[str, ...] = ()

    @classmethod
    def asked(cls, data: QueryDict) -> "Twist":
        """What cannot be meant is left out."""
        price = _text(data.get("price", ""))
        return cls(
            size=_text(data.get("size", ""))[:20],
            colour=_text(data.get("colour", "")),
            price=price if price in (LOWER, HIGHER) else "",
            type=_text(data.get("type", "")),
            beside=tuple(dict.fromkeys(map(_text, data.getlist("with"))))[:MOST_BESIDE],
        )

    def __bool__(self) -> bool:
        return self != Twist(size=self.size)

    def query(self, **changed: object) -> str:
        """Its query string with some of it changed, "?" included; empty when nothing is asked."""
        twist = replace(self, **changed)  # type: ignore[arg-type]
        values = {"size": twist.size, "colour": twist.colour, "price": twist.price, "type": twist.type}
        pairs = [(name, value) for name, value in values.items() if value]
        pairs += [("with", slug) for slug in twist.beside]
        return f"?{urlencode(pairs)}" if pairs else ""

    def filters(self, price: int | None, sold_colours: Sequence[str]) -> ProductFilters:
        """What can be bought of that kind; `price` is what it is to be cheaper or dearer than."""
        return ProductFilters(
            in_stock=True,
            sizes=(self.size,) if self.size else (),
            types=(self.type,) if self.type else (),
            colours=_like(self.colour, sold_colours) if self.colour else (),
            price_max=price - 1 if price and self.price == LOWER else None,
            price_min=price + 1 if price and self.price == HIGHER else None,
        )

    @property
    def but(self) -> Wanted:
        """What it is to be like instead, where something else is asked."""
        return Wanted(self.type, "", frozenset({self.colour} if self.colour else ()))


def _like(colour: str, sold: Sequence[str]) -> tuple[str, ...]:
    """The colours that are sold and look the same, itself first."""
    near = [(distance([colour], [other]), other) for other in sold]
    return (
        colour,
        *(other for apart, other in near if other != colour and apart is not None and apart <= SAME_COLOUR),
    )


def _text(value: str) -> str:
    """What the database can be asked for."""
    return value.replace("\x00", "")[:_LONGEST]
