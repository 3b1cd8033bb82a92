"""What goods of a type usually weigh, packed, for parcels of products whose weight nobody has given."""

from collections.abc import Mapping
from typing import Final

_GRAMS: Final = {
    1200: "Boots, Coats, Duffel Bag, Rucksacks, Gift Set",
    900: "Casual Shoes, Sports Shoes, Formal Shoes, Heels, Jackets, Blazers, Backpacks, Laptop Bag, Handbags",
    600: "Jeans, Trousers, Track Pants, Tracksuits, Sweaters, Sweatshirts, Knitwear, Flats, Sandals, Dresses",
    400: "Shirts, Skirts, Shorts, Flip Flops, Umbrellas, Perfume and Body Mist, Messenger Bag",
    250: "Tshirts, Tops, Tunics, Leggings, Clutches, Watches, Belts, Wallets, Scarves, Caps, Hat",
    100: "Socks, Ties, Sunglasses, Gloves, Briefs, Bra, Earrings, Bracelet, Necklace and Chains, Jewellery",
}
_BY_TYPE: Final[Mapping[str, int]] = {
    name: grams for grams, names in _GRAMS.items() for name in names.split(", ")
}
_OTHERS: Final = 400


def usual_grams(product_type: str) -> int:
    return _BY_TYPE.get(product_type, _OTHERS)
