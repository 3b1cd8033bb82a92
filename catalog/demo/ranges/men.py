"""Men's clothes, shoes and accessories."""

from collections.abc import Iterator

from catalog.models import Gender

from ..studio.patterns import Pattern
from . import fabrics as f
from .style import Style, section

_M = Gender.MEN
_CLOTHING = "Men > Clothing > "


def men() -> Iterator[Style]:
    yield from _jersey()
    yield from _shirts_and_knits()
    yield from _bottoms()
    yield from _jackets()
    yield from _shoes_and_accessories()


def _jersey() -> Iterator[Style]:
    tees = section(
        "Tshirts",
        _M,
        _CLOTHING + "T-shirts & polos",
        palette="White, Navy Blue, Black, Blue, Grey, Cream",
        cloths=f.JERSEY,
        prices=(15, 39),
        details=("Ribbed neck that keeps its shape", "Taped shoulders", "Pre-shrunk, so M stays M"),
    )
    yield from tees.styles(
        ("tee", "T-shirt", 8, (Pattern.SOLID, Pattern.STRIPED, Pattern.SOLID, Pattern.MELANGE)),
        ("pocket_tee", "pocket T-shirt", 5),
        ("polo", "polo shirt", 7),
        ("graphic_tee", "graphic T-shirt", 6),
        ("ringer_tee", "ringer T-shirt", 3),
    )
    yield from section(
        "Sweatshirts",
        _M,
        _CLOTHING + "Sweatshirts",
        palette="Grey, Navy Blue, Charcoal, Blue, Black",
        cloths=f.FLEECE,
        prices=(39, 79),
        details=(
            "Brushed inside, ribbed cuffs and hem",
            "Kangaroo pocket or a clean front",
            "Flat-locked seams",
        ),
    ).styles(
        ("hoodie", "hoodie", 10, (Pattern.SOLID, Pattern.MELANGE)),
        ("sweatshirt", "sweatshirt", 8, (Pattern.SOLID, Pattern.MELANGE)),
    )


def _shirts_and_knits() -> Iterator[Style]:
    shirts = section(
        "Shirts",
        _M,
        _CLOTHING + "Shirts",
        palette="Blue, White, Red, Navy Blue, Cream, Maroon",
        cloths=f.SHIRTING,
        prices=(35, 85),
        details=(
            "Regular collar with removable stays",
            "Chest pocket, split yoke",
            "Curved hem, to wear in or out",
        ),
    )
    yield from shirts.styles(
        (
            "shirt",
            "shirt",
            13,
            (Pattern.SOLID, Pattern.CHECKED, Pattern.PINSTRIPE, Pattern.TARTAN, Pattern.GINGHAM),
        ),
        (
            "short_sleeve_shirt",
            "short-sleeved shirt",
            7,
            (Pattern.FLORAL, Pattern.SOLID, Pattern.STRIPED, Pattern.GEOMETRIC),
        ),
        ("denim_shirt", "denim shirt", 4),
    )
    knits = section(
        "Sweaters",
        _M,
        _CLOTHING + "Knitwear",
        palette="Navy Blue, Grey, Blue, Charcoal",
        cloths=f.WOOL,
        prices=(49, 129),
        details=("Fully fashioned, linked by hand", "Saddle shoulders", "Ribbed cuffs and hem"),
        care=f.HAND_WASH,
    )
    yield from knits.styles(
        ("sweater", "crew-neck sweater", 6, (Pattern.SOLID, Pattern.MELANGE, Pattern.STRIPED)),
        ("cable_sweater", "cable sweater", 5),
        ("roll_neck", "roll-neck sweater", 5),
        ("cardigan", "cardigan", 4),
    )


def _bottoms() -> Iterator[Style]:
    yield from section(
        "Jeans",
        _M,
        _CLOTHING + "Jeans",
        palette="Blue, Navy Blue, Black, Grey",
        cloths=f.DENIM,
        prices=(49, 119),
        details=("Mid rise, five pockets", "Button fly and copper rivets", "Chain-stitched hem"),
        care=f.DENIM_CARE,
    ).styles(("straight_jeans", "straight jeans", 9), ("skinny_jeans", "slim jeans", 6))
    yield from section(
        "Trousers",
        _M,
        _CLOTHING + "Trousers",
        palette="Beige, Grey, Cream, Charcoal, Black",
        cloths=f.TWILL,
        prices=(45, 109),
        details=("Slant pockets, buttoned back pockets", "Half-lined to the knee", "Extra length to turn up"),
    ).styles(
        ("chinos", "chinos", 9),
        ("suit_trousers", "suit trousers", 7, (Pattern.SOLID, Pattern.MELANGE, Pattern.CHECKED)),
    )
    yield from section(
        "Track Pants",
        _M,
        _CLOTHING + "Joggers & track pants",
        palette="Grey, Black, Navy Blue, Charcoal",
        cloths=f.FLEECE,
        prices=(29, 65),
        details=("Drawstring waist", "Zipped pocket at the back"),
    ).styles(("joggers", "joggers", 8, (Pattern.SOLID, Pattern.MELANGE)), ("track_pants", "track pants", 6))
    yield from section(
        "Shorts",
        _M,
        _CLOTHING + "Shorts",
        palette="Beige, Olive, Cream, Green",
        cloths=f.TWILL,
        prices=(25, 55),
        details=("Sits above the knee", "Four pockets"),
    ).styles(
        ("chino_shorts", "chino shorts", 8, (Pattern.SOLID, Pattern.SOLID, Pattern.CHECKED)),
        ("sweat_shorts", "sweat shorts", 6, (Pattern.SOLID, Pattern.MELANGE)),
    )


def _jackets() -> Iterator[Style]:
    jackets = section(
        "Jackets",
        _M,
        _CLOTHING + "Jackets & blazers",
        palette="Black, Olive, Navy Blue, Charcoal, Green, Blue",
        cloths=f.OUTER,
        prices=(75, 199),
        details=(
            "Fully lined, with two inside pockets",
            "Metal zip, ribbed or buttoned cuffs",
            "Room for a sweater underneath",
        ),
        care="Wipe clean; wash cold on a gentle programme.",
    )
    yield from jackets.styles(
        ("bomber", "bomber jacket", 7),
        ("denim_jacket", "denim jacket", 4),
        ("puffer", "puffer jacket", 6),
        ("parka", "raincoat", 4),
        ("blazer", "blazer", 5, (Pattern.SOLID, Pattern.MELANGE, Pattern.PINSTRIPE)),
    )


def _shoes_and_accessories() -> Iterator[Style]:
    shoes = "Men > Shoes > "
    yield from section(
        "Casual Shoes",
        _M,
        shoes + "Sneakers",
        palette="White, Black, Red, Cream, Grey, Maroon",
        cloths=f.CANVAS,
        prices=(39, 109),
        details=("Vulcanised rubber sole", "Breathable lining, cushioned heel"),
        care=f.BRUSH,
    ).styles(
        ("canvas_sneaker", "canvas sneakers", 6),
        ("high_top", "high-top sneakers", 5),
        ("leather_sneaker", "court sneakers", 6),
        ("slip_on", "slip-on shoes", 4, (Pattern.SOLID, Pattern.GINGHAM)),
    )
    yield from section(
        "Sports Shoes",
        _M,
        shoes + "Running",
        palette="Blue, Red, Navy Blue, Orange",
        cloths=f.MESH,
        prices=(65, 139),
        details=("8 mm drop, 264 g in size 42", "Reflective heel"),
        care=f.BRUSH,
    ).styles(("runner", "running shoes", 13))
    yield from section(
        "Formal Shoes",
        _M,
        shoes + "Formal & boots",
        palette="Black, Brown, Tan",
        cloths=f.SHOE_LEATHER,
        prices=(89, 189),
        details=("Goodyear-welted, can be resoled", "Leather-lined"),
        care=f.WIPE,
    ).styles(("oxford", "Oxford shoes", 9), ("chelsea_boot", "Chelsea boots", 7))
    yield from section(
        "Ties",
        _M,
        "Men > Accessories > Ties",
        palette="Navy Blue, Maroon, Blue, Red",
        cloths=f.SILK,
        prices=(29, 69),
        details=("Hand-rolled, 7 to 8 cm wide", "Wool interlining"),
        care=f.DRY_CLEAN,
    ).styles(("tie", "tie", 13, (Pattern.STRIPED, Pattern.DOTTED, Pattern.SOLID, Pattern.GEOMETRIC)))
