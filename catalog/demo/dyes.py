"""The colours of each part of a product, from the colour that it is sold in."""

from typing import Final

from catalog.models import Gender

from .draws import Draws
from .palette import COLOURS, accents_of
from .ranges import Style
from .studio.colour import brightness, darker, lighter, mixed
from .studio.develop import Dye, Ground
from .studio.patterns import Pattern

_DENIM: Final = {
    "Blue": ("#47658f", "#a3b8d2"),
    "Navy Blue": ("#2b3b5d", "#7089b0"),
    "Black": ("#2b2c31", "#585b62"),
    "Grey": ("#7f838a", "#b9bcc1"),
    "White": ("#efede7", "#ffffff"),
}
_GROUNDS: Final = {
    Gender.WOMEN: Ground("#f6f3f0", "#e4deda"),
    Gender.MEN: Ground("#f3f4f5", "#dcdfe2"),
    Gender.GIRLS: Ground("#f6f3ee", "#e4ddd2"),
    Gender.BOYS: Ground("#f6f3ee", "#e4ddd2"),
    Gender.UNISEX: Ground("#f4f4f2", "#dfdfdb"),
}
"""A paper for each department: what is compared has the same one behind it."""
_PALE: Final = 0.82
_SEEDS: Final = 6
"""Versions of one pattern in the same colours."""
_SOLES: Final = (
    ("#f3f1ea", "#b98a5a"),
    ("#f3f1ea", "#e9e6de"),
    ("#ece4d2", "#c9b48c"),
    ("#2b2c31", "#1f2024"),
)
_LEATHER_MODELS: Final = frozenset({"oxford", "chelsea_boot", "pump", "ballet_flat"})
_DARK_TRIMS: Final = frozenset({"backpack", "rucksack", "tote", "bucket_bag"})


def is_denim(model: str) -> bool:
    return "jeans" in model or "denim" in model


def dye(style: Style, colour: str, pattern: Pattern, draws: Draws) -> Dye:
    main = _DENIM[colour][0] if is_denim(style.model) else _toned(COLOURS[colour], draws)
    accent = draws.one_of(accents_of(main), f"accent {colour}")
    sole, outsole = draws.one_of(_SOLES[:3] if brightness(main) > 0.3 else _SOLES, "sole")
    paints = {
        "main": main,
        "accent": accent,
        "second": _second(style, main, accent, draws),
        "trim": _trim(style, main, draws),
        "lining": mixed(main, "#d8cfc0", 0.35),
        "button": draws.one_of(("#efe9dc", "#d9c7a6", darker(main, 0.35)), "button"),
        "cord": "#f0ece2" if brightness(main) < _PALE else "#8d8a84",
        "thread": "#c8924e" if colour in ("Blue", "Navy Blue") else mixed(main, "#8f9096", 0.6),
        "faded": _DENIM[colour][1] if is_denim(style.model) else lighter(main, 0.3),
        "lace": "#f4f2ec" if style.model != "oxford" else darker(main, 0.35),
        "sole": darker(main, 0.35) if style.model == "flip_flop" else sole,
        "outsole": "#2b211a" if style.model in _LEATHER_MODELS else outsole,
        "figure": "#ddd6cc",
        "companion": "#4b4f57" if brightness(main) > 0.62 else "#d3cdc2",
    }
    size = draws.between(0.85, 1.2, "pattern size")
    return Dye(tuple(paints.items()), pattern, size=round(size, 2), seed=draws.below(_SEEDS, "pattern"))


def ground(style: Style) -> Ground:
    return _GROUNDS[style.gender]


def _toned(colour: str, draws: Draws) -> str:
    tone = draws.between(-0.07, 0.07, "tone")
    return lighter(colour, tone) if tone > 0 else darker(colour, -tone)


def _second(style: Style, main: str, accent: str, draws: Draws) -> str:
    if style.model == "runner":
        return draws.one_of((darker(main, 0.45), mixed(main, "#ffffff", 0.5), "#ecebe6"), "second")
    if style.model == "graphic_tee":
        return draws.one_of(
            (mixed(accent, "#d96a4a", 0.6), mixed(accent, "#3f7fa6", 0.6), mixed(accent, "#e2b744", 0.7)),
            "second",
        )
    if style.model == "flip_flop":
        return draws.one_of(("#d8c6a6", "#cfd2d6", lighter(main, 0.35)), "second")
    return draws.one_of((main, main, darker(main, 0.22)), "second")


def _trim(style: Style, main: str, draws: Draws) -> str:
    if style.model in _DARK_TRIMS:
        return draws.one_of(("#6f4a30", "#2a2b30", darker(main, 0.4), "#8a5f3a"), "trim")
    return draws.one_of((main, main, darker(main, 0.18)), "trim")
