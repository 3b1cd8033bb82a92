"""What the demo shop sells: each type with its nouns, cloths, colours and patterns."""

from dataclasses import dataclass
from typing import Final

from .drawing import Pattern
from .palette import COLOURS

_ALL: Final = tuple(COLOURS)
_DARK: Final = ("Black", "Navy Blue", "Grey", "Olive", "Brown", "Maroon", "Beige")
_DENIM: Final = ("Blue", "Navy Blue", "Black", "Grey", "White")
_LEATHER: Final = ("Black", "Brown", "Maroon", "Beige", "Navy Blue", "Red", "Olive")
_SOLID, _STRIPED, _CHECKED, _DOTTED, _BLOCK = Pattern


@dataclass(frozen=True)
class Kind:
    """`type` is in the encoder's words, `category` in a shopper's."""

    type: str
    category: str
    nouns: tuple[str, ...]
    cloths: tuple[str, ...]
    colours: tuple[str, ...] = _ALL
    patterns: tuple[Pattern, ...] = (_SOLID,)


KINDS: Final = {
    kind.type: kind
    for kind in (
        Kind(
            *(
                "Tshirts",
                "T-shirts",
                ("T-shirt", "Tee", "Short-sleeved top"),
                ("cotton", "organic cotton", "jersey"),
            ),
            patterns=(_SOLID, _STRIPED, _SOLID, _BLOCK, _DOTTED, _STRIPED),
        ),
        Kind(
            *(
                "Shirts",
                "Shirts",
                ("Shirt", "Button-up shirt", "Weekend shirt"),
                ("cotton", "linen", "poplin", "Oxford"),
            ),
            patterns=(_SOLID, _CHECKED, _STRIPED, _SOLID, _CHECKED, _DOTTED),
        ),
        Kind(
            *(
                "Sweatshirts",
                "Sweatshirts",
                ("Hoodie", "Hooded sweatshirt"),
                ("fleece-back cotton", "loopback cotton"),
            ),
            patterns=(_SOLID, _SOLID, _BLOCK, _STRIPED),
        ),
        Kind(
            *(
                "Sweaters",
                "Sweaters",
                ("Sweater", "Jumper", "Pullover"),
                ("lambswool", "merino", "cotton-knit"),
            ),
            patterns=(_SOLID, _STRIPED, _SOLID, _DOTTED, _STRIPED),
        ),
        Kind(
            *(
                "Jackets",
                "Jackets",
                ("Jacket", "Bomber jacket", "Overshirt jacket"),
                ("twill", "waxed cotton", "nylon"),
            ),
            colours=(*_DARK, "Blue", "Green", "Red", "Yellow", "Teal"),
            patterns=(_SOLID, _SOLID, _BLOCK, _CHECKED),
        ),
        Kind(
            *("Dresses", "Dresses", ("Dress", "Summer dress", "Tea dress"), ("viscose", "cotton", "crêpe")),
            patterns=(_DOTTED, _SOLID, _STRIPED, _CHECKED, _BLOCK, _SOLID),
        ),
        Kind(
            *(
                "Skirts",
                "Skirts",
                ("Skirt", "A-line skirt", "Flared skirt"),
                ("cotton", "wool-blend", "viscose"),
            ),
            patterns=(_SOLID, _CHECKED, _DOTTED, _STRIPED),
        ),
        Kind(
            "Jeans",
            "Jeans",
            ("Jeans", "Straight jeans", "Tapered jeans"),
            ("rigid denim", "stretch denim"),
            _DENIM,
        ),
        Kind(
            *(
                "Trousers",
                "Trousers",
                ("Trousers", "Tapered trousers"),
                ("wool-blend", "cotton twill", "linen"),
            ),
            colours=(*_DARK, "Blue", "Cream", "Green"),
            patterns=(_SOLID, _SOLID, _CHECKED),
        ),
        Kind(
            *("Shorts", "Shorts", ("Shorts", "Walking shorts"), ("cotton", "linen", "twill")),
            patterns=(_SOLID, _CHECKED, _STRIPED, _SOLID),
        ),
        Kind(
            *(
                "Casual Shoes",
                "Shoes",
                ("Sneakers", "Trainers", "Canvas shoes"),
                ("canvas", "suede", "leather"),
            ),
            patterns=(_SOLID, _SOLID, _CHECKED, _STRIPED),
        ),
        Kind(
            *("Heels", "Shoes", ("Heels", "Court shoes", "Pumps"), ("leather", "suede", "satin")),
            colours=("Black", "Red", "Navy Blue", "Beige", "Pink", "Maroon", "Green", "Purple", "Yellow"),
            patterns=(_SOLID, _SOLID, _SOLID, _DOTTED),
        ),
        Kind(
            *(
                "Handbags",
                "Bags",
                ("Handbag", "Top-handle bag", "Day bag"),
                ("leather", "grained leather", "canvas"),
            ),
            colours=(*_LEATHER, "Teal", "Yellow", "Pink", "Grey"),
            patterns=(_SOLID, _SOLID, _BLOCK, _CHECKED),
        ),
        Kind(
            *(
                "Backpacks",
                "Bags",
                ("Backpack", "Day pack", "Rucksack"),
                ("canvas", "ripstop", "waxed cotton"),
            ),
            patterns=(_SOLID, _BLOCK, _SOLID, _CHECKED),
        ),
        Kind(
            *("Caps", "Caps", ("Cap", "Baseball cap"), ("cotton", "twill", "corduroy")),
            patterns=(_SOLID, _BLOCK, _SOLID, _CHECKED, _STRIPED),
        ),
        Kind("Watches", "Watches", ("Watch", "Field watch", "Dress watch"), ("leather-strap",), _LEATHER),
        Kind(
            *("Sunglasses", "Sunglasses", ("Sunglasses",), ("acetate", "bio-acetate")),
            colours=("Black", "Brown", "Maroon", "Navy Blue", "Green", "Cream", "Pink", "Grey"),
        ),
    )
}
"""By type, as DRAWN_TYPES has them."""
