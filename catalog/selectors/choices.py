"""Where a shopper stands in choosing one variant of a product: first a colour, then one of its sizes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from django.utils.translation import gettext as _

from ..cards import FEW
from ..models import Variant
from ..money import Money

ONE_SIZE: Final = "-"
"""Stands in forms for the size of a variant that has none, among others that have one."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class ColourChoice:
    """`name` is empty for the variants without a colour among others that have one."""

    name: str
    in_stock: bool
    chosen: bool

    @property
    def text(self) -> str:
        name = self.name or _("Other")
        return name if self.in_stock else _("%(label)s, sold out") % {"label": name}


@dataclass(frozen=True)
class SizeChoice:
    """One size of the chosen colour: `value` in forms and addresses. `stock` is what is on hand."""

    value: str
    label: str
    price: Money
    stock: int
    chosen: bool

    @property
    def in_stock(self) -> bool:
        return self.stock > 0

    @property
    def state(self) -> str:
        """What there is to know of its stock; empty when there is plenty."""
        if self.stock > FEW:
            return ""
        return _("%(stock)s left") % {"stock": self.stock} if self.in_stock else _("sold out")

    @property
    def text(self) -> str:
        """Name and state: "M, sold out"."""
        return ", ".join(part for part in (self.name, self.state) if part)

    @property
    def name(self) -> str:
        return self.label or _("One size")


@dataclass(frozen=True)
class Choice:
    """`chosen` is what one press would put into the cart; None while a size is wanting.

    There are `colours` where several are to be told apart, `sizes` where the chosen colour has several.
    `colour` and `size` are the chosen ones' names; `note` says why a size that was asked for is not chosen.
    """

    colours: tuple[ColourChoice, ...]
    sizes: tuple[SizeChoice, ...]
    colour: str
    size: str
    chosen: Variant | None
    note: str = ""

    @property
    def in_stock(self) -> bool:
        """Whether the chosen variant, or any of the chosen colour, can be had."""
        if self.chosen:
            return self.chosen.in_stock
        return any(size.in_stock for size in self.sizes)

    @property
    def name(self) -> str:
        """Colour and size, as far as they are chosen: "Blue, M"."""
        return ", ".join(part for part in (self.colour, self.size) if part)

    @property
    def few_left(self) -> bool:
        return self.chosen is not None and 0 < self.chosen.stock <= FEW

    @property
    def sold_out_sizes(self) -> tuple[str, ...]:
        """To look for in other products."""
        if self.sizes:
            return tuple(size.label for size in self.sizes if size.label and not size.in_stock)
        return (self.size,) if self.size and not self.in_stock else ()

    @property
    def size_value(self) -> str:
        """The chosen size as forms and addresses write it; empty where there is nothing to choose."""
        return next((size.value for size in self.sizes if size.chosen), "")

    @property
    def price_varies(self) -> bool:
        """Whether the sizes of the chosen colour differ in price."""
        return len({size.price for size in self.sizes}) > 1


def choose(variants: Sequence[Variant], *, colour: str = "", size: str = "") -> Choice:
    """The choice of `colour` and `size`; of the first colour in stock when there is no such colour."""
    colours = tuple(dict.fromkeys(variant.colour for variant in variants))
    on_hand = {variant.colour for variant in variants if variant.in_stock}
    if colour not in colours:
        colour = next((name for name in colours if name in on_hand), colours[0] if colours else "")
    of_colour = [variant for variant in variants if variant.colour == colour]
    chosen = _chosen(of_colour, size)
    return Choice(
        colours=_several([ColourChoice(name, name in on_hand, name == colour) for name in colours]),
        sizes=_several([_size_choice(variant, chosen) for variant in of_colour]),
        colour=colour,
        size=chosen.size if chosen else "",
        chosen=chosen,
        note=_unmade(variants, of_colour, size) if size else "",
    )


def _several(choices: Sequence[_T]) -> tuple[_T, ...]:
    return tuple(choices) if len(choices) > 1 else ()


def _size_choice(variant: Variant, chosen: Variant | None) -> SizeChoice:
    return SizeChoice(_value(variant), variant.size, variant.price, variant.stock, variant is chosen)


def _value(variant: Variant) -> str:
    return variant.size or ONE_SIZE


def _chosen(of_colour: Sequence[Variant], size: str) -> Variant | None:
    if len(of_colour) == 1:
        return of_colour[0]
    return next((variant for variant in of_colour if _value(variant) == size), None)


def _unmade(variants: Sequence[Variant], of_colour: Sequence[Variant], size: str) -> str:
    made = any(_value(variant) == size for variant in of_colour)
    if made or not any(_value(variant) == size for variant in variants):
        return ""
    return _("%(colour)s is not made in %(size)s.") % {"colour": of_colour[0].colour, "size": size}
