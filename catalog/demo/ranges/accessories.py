"""What anybody wears."""

from collections.abc import Iterator

from catalog.models import Gender

from ..studio.patterns import Pattern
from . import fabrics as f
from .style import Style, section

_U = Gender.UNISEX
_PLACE = "Accessories > "


def accessories() -> Iterator[Style]:
    yield from _carried_and_worn()
    yield from _textiles()
    yield from _small_things()


def _carried_and_worn() -> Iterator[Style]:
    yield from section(
        "Backpacks",
        _U,
        _PLACE + "Backpacks",
        palette="Black, Olive, Charcoal, Green, Grey",
        cloths=f.PACK,
        prices=(45, 119),
        details=("Padded laptop sleeve up to 15 inches", "18 litres, 0.8 kg", "Luggage strap at the back"),
        care="Wipe clean with a damp cloth.",
    ).styles(("backpack", "backpack", 9), ("rucksack", "rucksack", 7))
    yield from section(
        "Watches",
        _U,
        _PLACE + "Watches",
        palette="Brown, Black, Tan",
        cloths=f.STEEL,
        prices=(79, 320),
        details=("Sapphire glass", "Quick-release strap, 20 mm", "Two years' guarantee"),
        care="Keep the strap dry; wipe the case clean.",
    ).styles(("watch", "watch", 17))
    yield from section(
        "Sunglasses",
        _U,
        _PLACE + "Sunglasses",
        palette="Black, Brown, Tan, Charcoal",
        cloths=f.ACETATE,
        prices=(39, 149),
        details=("Five-barrel hinges", "Comes with a case and a cloth"),
        care=f.GLASSES,
    ).styles(("sunglasses", "sunglasses", 16))


def _textiles() -> Iterator[Style]:
    yield from section(
        "Caps",
        _U,
        _PLACE + "Caps & beanies",
        palette="Navy Blue, Beige, Blue, Cream, White",
        cloths=(("cotton", "100 % cotton"), ("recycled", "100 % recycled cotton")),
        prices=(15, 35),
        details=("Adjustable at the back", "Stitched eyelets"),
        care="Hand wash; dry in shape.",
    ).styles(("cap", "cap", 10), ("beanie", "beanie", 7))
    yield from section(
        "Scarves",
        _U,
        _PLACE + "Scarves",
        palette="Red, Grey, Maroon, Charcoal",
        cloths=f.SCARF,
        prices=(29, 79),
        details=("180 × 30 cm, with fringes", "Woven in a family mill"),
        care=f.HAND_WASH,
    ).styles(("scarf", "scarf", 14, (Pattern.TARTAN, Pattern.SOLID, Pattern.CHECKED, Pattern.MELANGE)))


def _small_things() -> Iterator[Style]:
    yield from section(
        "Belts",
        _U,
        _PLACE + "Belts & wallets",
        palette="Brown, Black, Tan",
        cloths=f.LEATHER,
        prices=(25, 65),
        details=("3.5 cm wide, solid buckle", "Cut from one piece"),
        care=f.WIPE,
    ).styles(("belt", "belt", 12))
    yield from section(
        "Wallets",
        _U,
        _PLACE + "Belts & wallets",
        palette="Brown, Black, Tan",
        cloths=f.LEATHER,
        prices=(25, 75),
        details=("Eight cards, coins and notes", "RFID-blocking lining"),
        care=f.WIPE,
    ).styles(("wallet", "wallet", 13))
    yield from section(
        "Socks",
        _U,
        _PLACE + "Socks",
        palette="Navy Blue, Red, Blue, Maroon",
        cloths=f.SOCK,
        prices=(6, 16),
        details=("Hand-linked toe", "Pack of two"),
    ).styles(("socks", "socks", 12, (Pattern.SOLID, Pattern.STRIPED, Pattern.DOTTED)))
    yield from section(
        "Flip Flops",
        _U,
        _PLACE + "Flip-flops",
        palette="Navy Blue, Black, Blue",
        cloths=(("rubber", "natural rubber, cotton footbed"),),
        prices=(12, 29),
        details=("Textured footbed", "Floats, should it come to that"),
        care="Rinse and let dry in the shade.",
    ).styles(("flip_flop", "flip-flops", 12))
