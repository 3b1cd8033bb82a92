"""Which products there are. Product n is the same however many are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from catalog.importing.invented import invented_variants
from catalog.models import Gender
from catalog.services import VariantData

from . import wording
from .drawing import Look, Pattern, View
from .drawing.colour import darker, lighter
from .kinds import KINDS, Kind
from .palette import COLOURS, accents_of

_W, _M, _U, _G, _B = Gender.WOMEN, Gender.MEN, Gender.UNISEX, Gender.GIRLS, Gender.BOYS
_SLOTS: Final[tuple[tuple[str, Gender], ...]] = (
    *(
        ("Tshirts", _W),
        ("Shirts", _M),
        ("Dresses", _W),
        ("Casual Shoes", _U),
        ("Handbags", _W),
        ("Jeans", _M),
    ),
    *(("Tshirts", _B), ("Sweaters", _W), ("Jackets", _M), ("Watches", _U), ("Skirts", _W), ("Tshirts", _M)),
    *(
        ("Heels", _W),
        ("Backpacks", _U),
        ("Sweatshirts", _M),
        ("Dresses", _G),
        ("Shorts", _M),
        ("Sunglasses", _U),
    ),
    *(
        ("Shirts", _W),
        ("Caps", _U),
        ("Sweaters", _M),
        ("Trousers", _W),
        ("Sweatshirts", _G),
        ("Casual Shoes", _B),
    ),
    *(("Tshirts", _G), ("Jackets", _W), ("Trousers", _M), ("Jeans", _W), ("Shorts", _B), ("Sweatshirts", _W)),
)
_ROOTS: Final = {_W: "Women", _M: "Men", _U: "Accessories", _G: "Kids", _B: "Kids"}
_DETAIL_EVERY: Final = 4


@dataclass(frozen=True)
class DemoProduct:
    external_id: str
    kind: Kind
    gender: Gender
    colour: str
    look: Look
    title: str
    variants: tuple[VariantData, ...]
    views: tuple[View, ...]

    @property
    def category(self) -> str:
        # Shoes are no accessories, whoever wears them.
        root = "Shoes" if self.gender is _U and self.kind.category == "Shoes" else _ROOTS[self.gender]
        return root if root == self.kind.category else f"{root} > {self.kind.category}"


def demo_products(count: int) -> Iterator[DemoProduct]:
    """The first `count` products, of all types in turn."""
    for number in range(count):
        yield _product(number)


def _product(number: int) -> DemoProduct:
    turn, slot = divmod(number, len(_SLOTS))
    product_type, gender = _SLOTS[slot]
    kind = KINDS[product_type]
    external_id = f"demo-{number + 1:04}"
    # Neighbours in a slot never share a colour.
    colour = kind.colours[(turn * 2 + slot * 5 + turn // len(kind.colours)) % len(kind.colours)]
    look = _look(external_id, colour, kind.patterns[(turn + slot) % len(kind.patterns)])
    return DemoProduct(
        external_id=external_id,
        kind=kind,
        gender=gender,
        colour=colour,
        look=look,
        title=wording.title(kind, look, gender, slot * 7 + turn),
        variants=invented_variants(external_id, product_type, gender, colour),
        views=tuple(View) if (turn + slot) % _DETAIL_EVERY == 0 else (View.FRONT,),
    )


def _look(seed: str, name: str, pattern: Pattern) -> Look:
    draft = Look(seed, COLOURS[name], "#ffffff", pattern)
    tone = draft.between(-0.08, 0.08, "tone")
    colour = lighter(COLOURS[name], tone) if tone > 0 else darker(COLOURS[name], -tone)
    return Look(seed, colour, draft.one_of(accents_of(colour), "accent"), pattern)
