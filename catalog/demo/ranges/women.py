"""Women's clothes, shoes and bags."""

from collections.abc import Iterator

from catalog.models import Gender

from ..studio.patterns import Pattern
from . import fabrics as f
from .style import PLAIN, Style, section

_W = Gender.WOMEN
_CLOTHING = "Women > Clothing > "
_SOFT = "Black, White, Navy Blue, Pink, Cream, Grey, Maroon, Blue"
_PRINTS = (Pattern.FLORAL, Pattern.SOLID, Pattern.DOTTED, Pattern.FLORAL, Pattern.LEOPARD)


def women() -> Iterator[Style]:
    yield from _jersey()
    yield from _shirts_and_knits()
    yield from _dresses_and_skirts()
    yield from _bottoms()
    yield from _layers()
    yield from _shoes()
    yield from _bags()


def _jersey() -> Iterator[Style]:
    tees = section(
        "Tshirts",
        _W,
        _CLOTHING + "T-shirts",
        palette="White, Cream, Pink, Navy Blue, Blue, Red",
        cloths=f.JERSEY,
        prices=(15, 35),
        details=(
            "Ribbed neck that keeps its shape",
            "Side seams, double-stitched hems",
            "Cut a little shorter, to wear in or out",
        ),
    )
    yield from tees.styles(
        ("tee", "T-shirt", 7, (Pattern.SOLID, Pattern.BRETON, Pattern.SOLID, Pattern.MELANGE)),
        ("vneck_tee", "V-neck T-shirt", 4),
        ("long_sleeve_tee", "long-sleeved T-shirt", 5, (Pattern.BRETON, Pattern.SOLID)),
        ("graphic_tee", "graphic T-shirt", 4),
    )
    tops = section(
        "Tops",
        _W,
        _CLOTHING + "Tops & blouses",
        palette="White, Cream, Pink, Red, Beige, Maroon",
        cloths=f.FLOWING,
        prices=(25, 69),
        details=("Gathered shoulders, covered buttons", "Light enough to tuck in", "Loose through the body"),
    )
    yield from tops.styles(
        ("blouse", "blouse", 12, _PRINTS),
        ("tank", "tank top", 8, (Pattern.SOLID, Pattern.SOLID, Pattern.BRETON)),
    )
    yield from section(
        "Sweatshirts",
        _W,
        _CLOTHING + "Sweatshirts",
        palette="Grey, Charcoal, Pink, Black, Magenta",
        cloths=f.FLEECE,
        prices=(39, 75),
        details=(
            "Brushed inside, ribbed cuffs and hem",
            "Dropped shoulders for an easy fit",
            "Pre-washed, so it stays the size it is",
        ),
    ).styles(
        ("hoodie", "hoodie", 8, (Pattern.SOLID, Pattern.MELANGE)),
        ("sweatshirt", "sweatshirt", 6, (Pattern.SOLID, Pattern.MELANGE)),
    )


def _shirts_and_knits() -> Iterator[Style]:
    yield from section(
        "Shirts",
        _W,
        _CLOTHING + "Shirts",
        palette="White, Blue, Navy Blue, Cream",
        cloths=f.SHIRTING,
        prices=(35, 75),
        details=(
            "Curved hem, mother-of-pearl buttons",
            "Relaxed through the shoulders",
            "A second button at the cuff for rolled sleeves",
        ),
    ).styles(
        ("shirt", "shirt", 9, (Pattern.SOLID, Pattern.PINSTRIPE, Pattern.SOLID, Pattern.CHECKED)),
        ("denim_shirt", "denim shirt", 3),
        ("tunic", "tunic shirt", 4),
    )
    knits = section(
        "Sweaters",
        _W,
        _CLOTHING + "Knitwear",
        palette="Cream, Beige, Grey, White, Charcoal, Black",
        cloths=f.WOOL,
        prices=(45, 119),
        details=(
            "Fully fashioned, linked by hand",
            "Ribbed cuffs and hem",
            "Soft enough to wear on the skin",
        ),
        care=f.HAND_WASH,
    )
    yield from knits.styles(
        ("cable_sweater", "cable sweater", 6),
        ("sweater", "sweater", 5, (Pattern.SOLID, Pattern.BRETON, Pattern.SOLID)),
        ("roll_neck", "roll-neck sweater", 5),
        ("cardigan", "cardigan", 6),
    )


def _dresses_and_skirts() -> Iterator[Style]:
    dresses = section(
        "Dresses",
        _W,
        _CLOTHING + "Dresses",
        palette="Red, Navy Blue, Green, Maroon, Blue, Olive, Pink, Teal",
        cloths=f.FLOWING,
        prices=(49, 139),
        details=("Lined to the knee", "Hidden zip at the side", "Pockets in the side seams"),
    )
    yield from dresses.styles(
        ("sun_dress", "summer dress", 10, (Pattern.DOTTED, Pattern.SOLID, Pattern.GINGHAM, Pattern.FLORAL)),
        ("tea_dress", "tea dress", 10, _PRINTS),
        ("maxi_dress", "maxi dress", 7, (Pattern.SOLID, Pattern.FLORAL)),
        ("shirt_dress", "shirt dress", 6, (Pattern.STRIPED, Pattern.SOLID)),
        ("knit_dress", "knitted dress", 5),
    )
    skirts = section(
        "Skirts",
        _W,
        _CLOTHING + "Skirts",
        palette="Red, Black, Maroon, Charcoal, Pink",
        cloths=f.COTTON,
        prices=(29, 79),
        details=("Waistband that does not roll", "Zip at the back", "Falls just right for flats and boots"),
    )
    yield from skirts.styles(
        ("flared_skirt", "flared skirt", 8, (Pattern.TARTAN, Pattern.SOLID, Pattern.FLORAL, Pattern.DOTTED)),
        ("pleated_skirt", "pleated skirt", 7),
        ("denim_skirt", "denim skirt", 4),
    )


def _bottoms() -> Iterator[Style]:
    yield from section(
        "Jeans",
        _W,
        _CLOTHING + "Jeans",
        palette="Blue, Navy Blue, Black, Grey",
        cloths=f.DENIM,
        prices=(49, 109),
        details=("High rise, five pockets", "Copper rivets and contrast seams", "Softens with every wear"),
        care=f.DENIM_CARE,
    ).styles(
        ("skinny_jeans", "skinny jeans", 5),
        ("straight_jeans", "straight jeans", 5),
        ("wide_jeans", "wide-leg jeans", 5),
    )
    yield from section(
        "Trousers",
        _W,
        _CLOTHING + "Trousers",
        palette="Beige, Black, Cream, Charcoal, White",
        cloths=f.TWILL,
        prices=(45, 99),
        details=("Pressed crease, slant pockets", "Sits at the waist", "Hook-and-bar closing"),
    ).styles(
        ("wide_trousers", "wide-leg trousers", 8, (Pattern.SOLID, Pattern.PINSTRIPE, Pattern.SOLID)),
        ("linen_trousers", "easy trousers", 5),
        ("leggings", "leggings", 3),
    )
    yield from section(
        "Shorts",
        _W,
        _CLOTHING + "Shorts",
        palette="Blue, Navy Blue, White",
        cloths=f.DENIM,
        prices=(29, 55),
        details=("Turned and stitched hem", "Five pockets"),
        care=f.DENIM_CARE,
    ).styles(("denim_shorts", "denim shorts", 6), ("chino_shorts", "shorts", 4))


def _layers() -> Iterator[Style]:
    jackets = section(
        "Jackets",
        _W,
        _CLOTHING + "Jackets & blazers",
        palette="Black, Beige, Red, Charcoal, Cream, Maroon",
        cloths=f.OUTER,
        prices=(69, 189),
        details=(
            "Fully lined, with an inside pocket",
            "Two-way zip or horn-look buttons",
            "Room for a sweater underneath",
        ),
        care="Wipe clean; wash cold on a gentle programme.",
    )
    yield from jackets.styles(
        ("blazer", "blazer", 7, (Pattern.SOLID, Pattern.SOLID, Pattern.PINSTRIPE)),
        ("denim_jacket", "denim jacket", 4),
        ("puffer", "puffer jacket", 5),
        ("parka", "raincoat", 4),
    )


def _shoes() -> Iterator[Style]:
    shoes = "Women > Shoes > "
    yield from section(
        "Heels",
        _W,
        shoes + "Heels",
        palette="Black, Red, Maroon, Charcoal, Pink",
        cloths=(("leather", "leather upper and lining"), ("suede", "suede upper, leather lining")),
        prices=(59, 139),
        details=("Padded insole", "Heel height 7 to 9 cm", "Non-slip sole"),
        care=f.BRUSH,
    ).styles(("pump", "court shoes", 16))
    yield from section(
        "Flats",
        _W,
        shoes + "Flats & sandals",
        palette="Black, Beige, Charcoal, Cream",
        cloths=(("leather", "leather upper and lining"),),
        prices=(39, 89),
        details=("Soft, foldable sole", "Elasticated edge that does not rub"),
        care=f.BRUSH,
    ).styles(("ballet_flat", "ballet flats", 13))
    yield from section(
        "Sandals",
        _W,
        shoes + "Flats & sandals",
        palette="Brown, Tan, White, Cream",
        cloths=(("leather", "leather straps, cork footbed"),),
        prices=(35, 85),
        details=("Adjustable ankle strap", "Footbed that moulds to your foot"),
        care=f.WIPE,
    ).styles(("sandal", "sandals", 12))
    yield from section(
        "Casual Shoes",
        _W,
        shoes + "Sneakers",
        palette="White, Cream, Pink, Beige, Red",
        cloths=f.SHOE_LEATHER,
        prices=(45, 110),
        details=("Removable cushioned insole", "Stitched cup sole"),
        care=f.BRUSH,
    ).styles(("leather_sneaker", "sneakers", 8), ("canvas_sneaker", "canvas sneakers", 6))


def _bags() -> Iterator[Style]:
    bags = section(
        "Handbags",
        _W,
        "Women > Bags > Handbags",
        palette="Brown, Black, Red, Tan, Charcoal, Maroon, Pink",
        cloths=f.LEATHER,
        prices=(59, 189),
        details=(
            "Zipped inside pocket and a key clip",
            "Holds an A5 notebook and a water bottle",
            "Metal feet, gold-tone fittings",
        ),
        care=f.WIPE,
    )
    yield from bags.styles(
        ("top_handle", "top-handle bag", 9),
        ("shoulder_bag", "saddle bag", 8),
        ("tote", "tote bag", 8, (*PLAIN, Pattern.SOLID, Pattern.STRIPED)),
        ("bucket_bag", "bucket bag", 6),
    )
