"""Titles, descriptions, brands and alt texts."""

from collections.abc import Container
from typing import Final

from catalog.models import Gender

from .draws import Draws
from .ranges import Style
from .studio.figure import WEARABLE
from .studio.patterns import Pattern
from .studio.session import View

_BRANDS: Final = {
    Gender.WOMEN: (
        "Alderfen",
        "Tessaly",
        "Oda Weaver",
        "Maison Corvane",
        "Lumikko",
        "Fern & Salt",
        "Halden Row",
    ),
    Gender.MEN: (
        "Brindlewick",
        "Moss & Hale",
        "Tidemill",
        "Halden Row",
        "Northgate Supply",
        "Corvane",
        "Lumikko",
    ),
    Gender.UNISEX: ("Tidemill", "Oda Weaver", "Kestrel Works", "Moss & Hale", "Brass & Linden"),
    Gender.GIRLS: ("Pinwheel Yard", "Small Parade", "Lumikko Mini"),
    Gender.BOYS: ("Pinwheel Yard", "Small Parade", "Lumikko Mini"),
}
_NAMES: Final = (
    *("Harbour", "Juniper", "Willow", "Marlow", "Fjord", "Meadow", "Linden", "Otter", "Cedar", "Rowan"),
    *("Dune", "Saffron", "Pebble", "Heron", "Orchard", "Fern", "Bramble", "Coast", "Ember", "Larch"),
    *("Quarry", "Tansy", "Wren", "Islay", "Aster", "Hazel", "Thistle", "Sable", "Clover", "Drift"),
    *("Poppy", "Alma", "Senna", "Bergen", "Calla", "Delft", "Esker", "Fable", "Glen", "Haven"),
    *("Iris", "Jura", "Kelso", "Lyra", "Mistral", "Nova", "Odelle", "Paloma", "Quill", "Rhea"),
)
_PATTERNS: Final = {
    Pattern.SOLID: "",
    Pattern.MELANGE: "marl",
    Pattern.STRIPED: "striped",
    Pattern.BRETON: "Breton-striped",
    Pattern.PINSTRIPE: "pinstriped",
    Pattern.CHECKED: "checked",
    Pattern.GINGHAM: "gingham",
    Pattern.TARTAN: "tartan",
    Pattern.DOTTED: "polka-dot",
    Pattern.FLORAL: "floral",
    Pattern.LEOPARD: "leopard-print",
    Pattern.ZIGZAG: "zigzag",
    Pattern.CAMOUFLAGE: "camouflage",
    Pattern.TIE_DYE: "tie-dyed",
    Pattern.GEOMETRIC: "geometric",
}
_FOR: Final = {Gender.GIRLS: "girls'", Gender.BOYS: "boys'"}
_OPENINGS: Final = (
    "An easy piece for every day, made to be worn for years.",
    "The one you reach for first.",
    "Goes with most of what you own.",
    "Simple from afar, careful from near.",
    "Made in small runs, from cloth we have worn ourselves.",
    "Light enough for spring, at home under a coat in winter.",
)
_FITS: Final = (
    "Fits true to size.",
    "Relaxed fit: take your usual size.",
    "Close fit: between two sizes, take the larger one.",
    "Fits a little large: between two sizes, take the smaller one.",
)
_FIGURES: Final = {
    Gender.WOMEN: "The figure in the picture is 176 cm tall and wears size S.",
    Gender.MEN: "The figure in the picture is 187 cm tall and wears size M.",
    Gender.GIRLS: "The figure in the picture is 128 cm tall and wears size 7-8 Y.",
    Gender.BOYS: "The figure in the picture is 128 cm tall and wears size 7-8 Y.",
}


def title(style: Style, pattern: Pattern, draws: Draws, taken: Container[str]) -> str:
    """Such as "Harbour striped cotton T-shirt", and none of `taken`."""
    cloth = _cloth(style, draws)
    start = draws.below(len(_NAMES), "name")
    for step in range(len(_NAMES)):
        name = _NAMES[(start + step) % len(_NAMES)]
        words = (name, _FOR.get(style.gender, ""), _PATTERNS[pattern], cloth, style.noun)
        text = " ".join(word for word in words if word)
        if text not in taken:
            return text
    raise ValueError(f"There are more products like {text!r} than names for them.")


def description(style: Style, pattern: Pattern, colours: tuple[str, ...], draws: Draws) -> str:
    """Two short paragraphs; how to care for it is a fact of its own."""
    cloth = _cloth(style, draws)
    named = " or ".join(colour.lower() for colour in colours)
    what = " ".join(word for word in (_PATTERNS[pattern], cloth, style.noun) if word)
    details = ". ".join(style.details)
    opening = draws.one_of(_OPENINGS, "opening")
    return f"{what[0].upper()}{what[1:]} in {named}. {opening}\n\n{details}."


def fabric(style: Style, draws: Draws) -> str:
    text = draws.one_of(style.cloths, "cloth")[1]
    return text[0].upper() + text[1:]


def brand(style: Style, draws: Draws) -> str:
    return draws.one_of(_BRANDS[style.gender], "brand")


def fit(style: Style, draws: Draws) -> str:
    return draws.one_of(_FITS, "fit") if style.model in WEARABLE else ""


def figure(style: Style) -> str:
    """Who wears what in the pictures; empty where nobody does."""
    return _FIGURES.get(style.gender, "") if style.model in WEARABLE else ""


def alt_text(style: Style, pattern: Pattern, colour: str, view: View) -> str:
    """What sets this picture apart: "Navy blue striped T-shirt, front"."""
    words = (colour.lower(), _PATTERNS[pattern], style.noun)
    text = " ".join(word for word in words if word)
    return f"{text[0].upper()}{text[1:]}, {view}"


def _cloth(style: Style, draws: Draws) -> str:
    """Nothing where the noun says it already."""
    cloth = draws.one_of(style.cloths, "cloth")[0]
    return "" if set(cloth.split()) & set(style.noun.split()) else cloth
