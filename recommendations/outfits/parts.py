"""Which part of an outfit a product is, by the word for its type."""

from functools import lru_cache

_WORDS = {
    "": (
        *("innerwear", "brief", "boxer", " bra ", " bras ", "camisole", "trunk", "lounge", "night", "bath"),
        *("sock", "stocking", "shoe accessor", "shoe lace", "perfume", "deodorant", "lipstick", " lip "),
        *("nail", "gift", "bottle"),
    ),
    "bag": (" bag", "handbag", "backpack", "clutch", "purse", "rucksack", " tote"),
    "outer": ("jacket", "coat", "blazer", "shrug", "cardigan"),
    "dress": ("dress", "jumpsuit", "saree", "romper", "lehenga", "tracksuit", "dungaree"),
    "upper": (
        *("shirt", " top", " tee", "blouse", "tunic", "kurta", "kurti", "sweater", " polo", "pullover"),
        *("hoodie", "jersey", "jumper"),
    ),
    "lower": (
        *("trouser", "jean", "skirt", "short", "legging", "jegging", " pant", "capri", "chino", "churidar"),
        *("salwar", "patiala"),
    ),
    "shoes": (
        *("shoe", "sandal", "flip flop", " heel", " flat", " boot", "sneaker", "loafer", "slipper"),
        *("trainer", "ballerina"),
    ),
    "extra": (
        *(
            " belt",
            " watch",
            "sunglass",
            "scarf",
            "scarves",
            " cap ",
            " caps ",
            " hat",
            "beanie",
            " tie ",
            " ties ",
        ),
        *("stole", "cufflink", "wallet", "necklace", "earring", "bracelet", "bangle", " ring", "pendant"),
        *("jewellery", "glove", "muffler"),
    ),
}
"""Looked through in this order: a laptop bag is no top, a nightdress no dress to go out in.

A space stands for the beginning or the end of a word.
"""
_COMPANIONS = {
    "upper": ("lower", "shoes", "outer", "bag", "extra"),
    "lower": ("upper", "shoes", "outer", "bag", "extra"),
    "dress": ("shoes", "bag", "outer", "extra"),
    "outer": ("upper", "lower", "shoes", "bag", "extra"),
    "shoes": ("lower", "upper", "bag", "extra"),
    "bag": ("shoes", "upper", "lower", "extra"),
    "extra": ("upper", "lower", "shoes", "bag"),
}


@lru_cache(maxsize=1024)
def part_of(product_type: str) -> str:
    """Empty for what is worn with anything or not at all, and for what has no word here."""
    name = f" {product_type.lower()} "
    return next((part for part, words in _WORDS.items() if any(word in name for word in words)), "")


def companions_of(part: str) -> tuple[str, ...]:
    """The other parts that go with it, the most wanted first."""
    return _COMPANIONS.get(part, ())
