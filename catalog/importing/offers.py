"""In which sizes, and at about what price, each type of product is sold."""

from dataclasses import dataclass
from typing import Final

from catalog.models import Gender

Sizes = tuple[str, ...]

_ONE: Final[Sizes] = ("",)
_LETTERS: Final[Sizes] = ("S", "M", "L", "XL", "XXL")
_AGES: Final[Sizes] = ("3-4 Y", "5-6 Y", "7-8 Y", "9-10 Y", "11-12 Y")
_WAISTS: Final[Sizes] = ("28", "30", "32", "34", "36", "38")
_BELTS: Final[Sizes] = ("85", "95", "105")
_SOCKS: Final[Sizes] = ("36-40", "41-45")
_SHOES: Final[dict[Gender, Sizes]] = {
    Gender.MEN: ("40", "41", "42", "43", "44", "45"),
    Gender.WOMEN: ("36", "37", "38", "39", "40", "41"),
    Gender.UNISEX: ("36", "38", "40", "42", "44"),
    Gender.BOYS: ("28", "30", "32", "34"),
    Gender.GIRLS: ("28", "30", "32", "34"),
}


@dataclass(frozen=True)
class Offer:
    """Prices in whole major units, inclusive; a single empty size is "one size"."""

    sizes: Sizes
    lowest: int
    highest: int


@dataclass(frozen=True)
class _Kind:
    types: frozenset[str]
    sizes: Sizes
    lowest: int
    highest: int


def _kind(types: str, sizes: Sizes, lowest: int, highest: int) -> _Kind:
    return _Kind(frozenset(types.split(", ")), sizes, lowest, highest)


_FOOTWEAR: Final = (
    _kind("Casual Shoes, Sports Shoes", (), 40, 120),
    _kind("Formal Shoes, Heels, Boots", (), 50, 150),
    _kind("Flats, Sandals, Sports Sandals", (), 25, 80),
    _kind("Flip Flops", (), 8, 30),
)
_KINDS: Final = (
    _kind("Tshirts, Tops, Tunics, Shorts, Capris, Leggings, Churidar", _LETTERS, 12, 40),
    _kind("Innerwear Vests, Briefs, Trunk, Boxers, Bra, Stockings", _LETTERS, 6, 25),
    _kind("Jeans, Trousers, Track Pants", _WAISTS, 30, 100),
    _kind("Jackets, Blazers, Waistcoat, Tracksuits", _LETTERS, 50, 180),
    _kind("Belts", _BELTS, 15, 60),
    _kind("Socks", _SOCKS, 4, 15),
    _kind("Watches", _ONE, 40, 320),
    _kind("Sunglasses", _ONE, 20, 160),
    _kind("Handbags, Backpacks, Laptop Bag, Duffel Bag, Messenger Bag, Rucksacks, Clutches", _ONE, 25, 150),
    _kind("Wallets, Waist Pouch, Mobile Pouch, Caps, Hat, Headband, Gloves", _ONE, 10, 50),
    _kind("Ties, Scarves, Mufflers, Stoles, Dupatta, Cufflinks, Umbrellas, Bracelet", _ONE, 10, 60),
    _kind("Perfume and Body Mist, Deodorant, Fragrance Gift Set, Accessory Gift Set", _ONE, 8, 70),
    _kind("Free Gifts, Shoe Accessories, Travel Accessory, Footballs, Necklace and Chains", _ONE, 5, 40),
)
_OTHER: Final = _Kind(frozenset(), _LETTERS, 20, 80)
_BY_TYPE: Final = {name: kind for kind in (*_FOOTWEAR, *_KINDS) for name in kind.types}


def offer_of(product_type: str, gender: Gender) -> Offer:
    """Clothes in letters where the type is not known."""
    kind = _BY_TYPE.get(product_type, _OTHER)
    sizes = kind.sizes or _SHOES[gender]
    if gender in (Gender.BOYS, Gender.GIRLS) and sizes in (_LETTERS, _WAISTS):
        sizes = _AGES
    return Offer(sizes, kind.lowest, kind.highest)
