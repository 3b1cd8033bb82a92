"""Which products there are. Product n is the same however many are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from catalog.models import Gender
from catalog.services import VariantData

from . import wording
from .draws import Draws
from .dyes import dye, ground, is_denim
from .measures import Table, size_table
from .offers import variants_of
from .ranges import STYLES, Style
from .studio.figure import WEARABLE
from .studio.goods import Cut, Who
from .studio.patterns import Pattern
from .studio.session import Shot, View

_W, _M, _U, _G, _B = Gender.WOMEN, Gender.MEN, Gender.UNISEX, Gender.GIRLS, Gender.BOYS
DENIM: Final = ("Blue", "Navy Blue", "Black", "Blue", "White")
_WHO: Final = {
    Gender.WOMEN: Who.WOMEN,
    Gender.MEN: Who.MEN,
    Gender.UNISEX: Who.MEN,
    Gender.GIRLS: Who.KIDS,
    Gender.BOYS: Who.KIDS,
}
_PER_CUT: Final = 3
"""So many products of a style share one cut."""
_OFTEN: Final = 3
"""So many colours of a palette are used twice as often as the others."""
_SECOND_COLOUR_PERCENT: Final = 18
_DETAIL_PERCENT: Final = 45
"""Of what is worn; other goods always have a detail picture."""


@dataclass(frozen=True)
class DemoProduct:
    """`shots` are its pictures, in order, with their alt texts."""

    external_id: str
    style: Style
    pattern: Pattern
    colours: tuple[str, ...]
    title: str
    variants: tuple[VariantData, ...]
    shots: tuple[tuple[Shot, str], ...]
    draws: Draws

    @property
    def size_table(self) -> Table:
        sizes = tuple(dict.fromkeys(variant.size for variant in self.variants if variant.size))
        return size_table(self.style.type, self.style.gender, sizes)


MOST: Final = sum(style.count for style in STYLES)
"""So many products can be made."""


def demo_products(count: int) -> Iterator[DemoProduct]:
    """The first `count` products, up to MOST, of all styles in turn."""
    taken: set[str] = set()
    for number, (style, place) in enumerate(_order()[:count]):
        product = _product(number, style, place, taken)
        taken.add(product.title)
        yield product


_SHOWN_FIRST: Final = (
    *(("tea_dress", _W), ("denim_jacket", _M), ("top_handle", _W), ("parka", _G), ("cable_sweater", _W)),
    *(("shirt", _M), ("sunglasses", _U), ("pump", _W), ("graphic_tee", _B), ("backpack", _U), ("blazer", _W)),
    *(("high_top", _M), ("sun_dress", _W), ("bomber", _M), ("watch", _U), ("sun_dress", _G)),
)


@lru_cache(maxsize=1)
def _order() -> tuple[tuple[Style, int], ...]:
    """Some that a window is made of, then every style early and often, none in a row."""
    places = [(style, place) for style in STYLES for place in range(style.count)]

    def turn(item: tuple[Style, int]) -> float:
        style, place = item
        if not place and (style.model, style.gender) in _SHOWN_FIRST:
            return _SHOWN_FIRST.index((style.model, style.gender)) - len(_SHOWN_FIRST)
        return (
            place + Draws(f"{style.model} {style.gender} {place}").between(0.05, 0.95, "turn")
        ) / style.count

    return tuple(sorted(places, key=turn))


def _product(number: int, style: Style, place: int, taken: set[str]) -> DemoProduct:
    external_id = f"demo-{number + 1:04}"
    draws = Draws(f"{style.model} {style.gender} {place}")
    pattern = style.patterns[place % len(style.patterns)]
    colours = _colours(style, place, draws)
    return DemoProduct(
        external_id=external_id,
        style=style,
        pattern=pattern,
        colours=colours,
        title=wording.title(style, pattern, draws, taken),
        variants=variants_of(style, external_id, colours, draws),
        shots=tuple(_shots(style, place, pattern, colours, draws)),
        draws=draws,
    )


def _colours(style: Style, place: int, draws: Draws) -> tuple[str, ...]:
    palette = DENIM if is_denim(style.model) and style.type != "Jeans" else style.palette
    cycle = (*palette, *palette[:_OFTEN])
    start = Draws(f"{style.model} {style.gender}").below(len(palette), "first colour")
    first = cycle[(start + place) % len(cycle)]
    if draws.below(100, "second colour") >= _SECOND_COLOUR_PERCENT:
        return (first,)
    return first, next(colour for colour in palette if colour != first)


def _shots(
    style: Style, place: int, pattern: Pattern, colours: tuple[str, ...], draws: Draws
) -> Iterator[tuple[Shot, str]]:
    cut = Cut(style.model, _WHO[style.gender], place // _PER_CUT)
    worn = style.model in WEARABLE
    for number, colour in enumerate(colours):
        dyed = dye(style, colour, pattern, draws)
        views = [View.FRONT]
        if number == 0 and worn:
            views.append(View.WORN)
        if number == 0 and (not worn or draws.below(100, "detail") < _DETAIL_PERCENT):
            views.append(View.DETAIL)
        for view in views:
            yield Shot(cut, view, dyed, ground(style)), wording.alt_text(style, pattern, colour, view)
