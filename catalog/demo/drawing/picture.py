"""A type of product and a look → a picture's SVG."""

from collections.abc import Callable
from typing import Final

from .garments import (
    bags,
    bottoms,
    caps,
    dresses,
    eyewear,
    heels,
    knitwear,
    outerwear,
    shirts,
    sneakers,
    watches,
)
from .look import Look, View
from .studio import Drawing, document

_DRAW: Final[dict[str, Callable[[Look], Drawing]]] = {
    "Tshirts": shirts.tshirt,
    "Shirts": shirts.shirt,
    "Sweatshirts": knitwear.hoodie,
    "Sweaters": knitwear.sweater,
    "Jackets": outerwear.jacket,
    "Dresses": dresses.dress,
    "Skirts": dresses.skirt,
    "Jeans": bottoms.jeans,
    "Trousers": bottoms.trousers,
    "Shorts": bottoms.shorts,
    "Casual Shoes": sneakers.sneaker,
    "Heels": heels.heel,
    "Handbags": bags.handbag,
    "Backpacks": bags.backpack,
    "Caps": caps.cap,
    "Watches": watches.watch,
    "Sunglasses": eyewear.sunglasses,
}

DRAWN_TYPES: Final = tuple(_DRAW)


def draw(product_type: str, look: Look, view: View = View.FRONT) -> str:
    """An SVG of 600 × 800; `product_type` is one of DRAWN_TYPES."""
    return document(_DRAW[product_type](look), look, view)
