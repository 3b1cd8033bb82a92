"""Girls' and boys' clothes and shoes."""

from collections.abc import Iterator

from catalog.models import Gender

from ..studio.patterns import Pattern
from . import fabrics as f
from .style import Style, section

_SAFE = (
    "OEKO-TEX tested, nickel-free",
    "Grows with them: turn-up hems and name label inside",
    "Washes again and again without fading",
)


def kids() -> Iterator[Style]:
    yield from _girls()
    yield from _boys_tops()
    yield from _boys_bottoms()


def _girls() -> Iterator[Style]:
    place, g = "Kids > Girls > ", Gender.GIRLS
    yield from section(
        "Tshirts",
        g,
        place + "T-shirts",
        palette="Pink, White, Red, Cream",
        cloths=f.JERSEY,
        prices=(9, 22),
        details=_SAFE,
    ).styles(
        ("tee", "T-shirt", 6, (Pattern.STRIPED, Pattern.DOTTED, Pattern.SOLID, Pattern.FLORAL)),
        ("graphic_tee", "graphic T-shirt", 8),
    )
    yield from section(
        "Dresses",
        g,
        place + "Dresses",
        palette="Pink, Blue, Red, Navy Blue",
        cloths=f.COTTON,
        prices=(22, 49),
        details=_SAFE,
    ).styles(
        ("sun_dress", "dress", 8, (Pattern.GINGHAM, Pattern.FLORAL, Pattern.DOTTED)),
        ("tea_dress", "party dress", 5, (Pattern.SOLID, Pattern.FLORAL)),
    )
    yield from section(
        "Skirts",
        g,
        place + "Skirts & leggings",
        palette="Pink, Purple, Red, Lavender",
        cloths=f.COTTON,
        prices=(15, 32),
        details=_SAFE,
    ).styles(
        ("flared_skirt", "twirl skirt", 7, (Pattern.DOTTED, Pattern.TARTAN, Pattern.SOLID)),
        ("pleated_skirt", "pleated skirt", 4),
    )
    yield from section(
        "Sweatshirts",
        g,
        place + "Sweatshirts",
        palette="Pink, Purple, Magenta, Lavender",
        cloths=f.FLEECE,
        prices=(22, 42),
        details=_SAFE,
    ).styles(("hoodie", "hoodie", 6, (Pattern.SOLID, Pattern.MELANGE)), ("sweatshirt", "sweatshirt", 5))
    yield from section(
        "Jackets",
        g,
        place + "Jackets",
        palette="Yellow, Red, Pink",
        cloths=f.OUTER,
        prices=(35, 79),
        details=_SAFE,
    ).styles(("puffer", "puffer jacket", 5), ("parka", "raincoat", 5))


def _boys_tops() -> Iterator[Style]:
    place, b = "Kids > Boys > ", Gender.BOYS
    yield from section(
        "Tshirts",
        b,
        place + "T-shirts",
        palette="Blue, Green, Navy Blue, Olive",
        cloths=f.JERSEY,
        prices=(9, 22),
        details=_SAFE,
    ).styles(
        ("tee", "T-shirt", 5, (Pattern.STRIPED, Pattern.SOLID, Pattern.CAMOUFLAGE)),
        ("graphic_tee", "graphic T-shirt", 8),
    )
    yield from section(
        "Shirts",
        b,
        place + "Shirts",
        palette="Blue, Red, Navy Blue",
        cloths=f.SHIRTING,
        prices=(17, 35),
        details=_SAFE,
    ).styles(
        ("shirt", "shirt", 7, (Pattern.CHECKED, Pattern.TARTAN, Pattern.SOLID)),
        ("short_sleeve_shirt", "short-sleeved shirt", 4, (Pattern.STRIPED, Pattern.GEOMETRIC)),
    )
    yield from section(
        "Sweatshirts",
        b,
        place + "Sweatshirts",
        palette="Navy Blue, Green, Blue, Olive",
        cloths=f.FLEECE,
        prices=(22, 42),
        details=_SAFE,
    ).styles(("hoodie", "hoodie", 6, (Pattern.SOLID, Pattern.MELANGE)), ("sweatshirt", "sweatshirt", 5))


def _boys_bottoms() -> Iterator[Style]:
    place, b = "Kids > Boys > ", Gender.BOYS
    yield from section(
        "Shorts",
        b,
        place + "Shorts & trousers",
        palette="Navy Blue, Beige, Blue, Cream",
        cloths=f.TWILL,
        prices=(14, 29),
        details=_SAFE,
    ).styles(
        ("chino_shorts", "shorts", 6, (Pattern.SOLID, Pattern.CAMOUFLAGE)),
        ("sweat_shorts", "sweat shorts", 4),
    )
    yield from section(
        "Jeans",
        b,
        place + "Shorts & trousers",
        palette="Blue, Navy Blue, Black",
        cloths=f.DENIM,
        prices=(22, 45),
        details=_SAFE,
        care=f.DENIM_CARE,
    ).styles(("straight_jeans", "jeans", 9))
    yield from section(
        "Casual Shoes",
        b,
        "Kids > Shoes",
        palette="Blue, Red, Navy Blue",
        cloths=f.CANVAS,
        prices=(25, 49),
        details=_SAFE,
        care=f.BRUSH,
    ).styles(("canvas_sneaker", "canvas sneakers", 6), ("high_top", "high-top sneakers", 4))
