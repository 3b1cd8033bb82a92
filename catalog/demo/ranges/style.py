"""How what the shop sells is written down."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from catalog.models import Gender

from ..studio.patterns import Pattern
from . import fabrics
from .fabrics import Cloth

PLAIN: Final = (Pattern.SOLID,)


@dataclass(frozen=True)
class Style:
    """One model as it is sold to somebody: `count` products of it, in the colours and patterns named.

    `type` is in the encoder's words, `category` a path in a shopper's. `cloths` are pairs of what a title
    says and what a label says. Prices are whole numbers, inclusive.
    """

    model: str
    noun: str
    count: int
    type: str
    gender: Gender
    category: str
    palette: tuple[str, ...]
    cloths: tuple[tuple[str, str], ...]
    prices: tuple[int, int]
    details: tuple[str, ...]
    care: str = "Machine wash at 30 °C with like colours. Do not tumble dry."
    patterns: tuple[Pattern, ...] = PLAIN


@dataclass(frozen=True)
class Section:
    """Styles that share what is not said of each."""

    common: Style

    def styles(
        self, *rows: tuple[str, str, int] | tuple[str, str, int, tuple[Pattern, ...]]
    ) -> Iterator[Style]:
        """Each row: the model, what it is called, how many, and in which patterns where that differs."""
        for model, noun, count, *patterns in rows:
            cloths = _cloths_of(model) or self.common.cloths
            style = replace(self.common, model=model, noun=noun, count=count, cloths=cloths)
            yield replace(style, patterns=patterns[0]) if patterns else style


def _cloths_of(model: str) -> tuple[Cloth, ...]:
    """Of models that are never made of what their section is made of."""
    return fabrics.DENIM if "denim" in model else fabrics.SYNTHETIC if model == "leggings" else ()


def section(
    product_type: str,
    gender: Gender,
    category: str,
    *,
    palette: str,
    cloths: tuple[tuple[str, str], ...],
    prices: tuple[int, int],
    details: tuple[str, ...],
    care: str = Style.care,
) -> Section:
    """`palette` names colours, separated by commas; the first are used the most."""
    colours = tuple(palette.split(", "))
    return Section(Style("", "", 0, product_type, gender, category, colours, cloths, prices, details, care))
