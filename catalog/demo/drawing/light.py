"""How light falls on a surface: gradients that are laid over its colour."""

from enum import StrEnum
from typing import Final


class Light(StrEnum):
    """The way a surface turns."""

    ROUND = "round"
    TUBE = "tube"
    FLAT = "flat"
    GLOSS = "gloss"
    NONE = "none"


_Stop = tuple[float, str, float]
_DARK, _BRIGHT = "#000", "#fff"
_ACROSS, _ASLANT, _DOWN = (1, 0.2), (0.3, 1), (0, 1)
_STOPS: Final[dict[Light, tuple[tuple[float, float], tuple[_Stop, ...]]]] = {
    Light.ROUND: (
        _ACROSS,
        (
            *((0, _DARK, 0.34), (0.16, _DARK, 0.1), (0.4, _DARK, 0)),
            *((0.66, _DARK, 0.02), (0.86, _DARK, 0.13), (1, _DARK, 0.38)),
        ),
    ),
    Light.TUBE: (_ACROSS, ((0, _DARK, 0.3), (0.35, _DARK, 0), (0.6, _DARK, 0.04), (1, _DARK, 0.4))),
    Light.FLAT: (_ASLANT, ((0, _DARK, 0), (1, _DARK, 0.2))),
    Light.GLOSS: (_DOWN, ((0, _BRIGHT, 0.34), (0.3, _BRIGHT, 0.04), (0.55, _DARK, 0.02), (1, _DARK, 0.42))),
}


def light_definitions() -> str:
    """An SVG gradient for each kind of light, named after it."""
    return "".join(
        f'<linearGradient id="{light}" x1="0" y1="0" x2="{x}" y2="{y}">{_stops(stops)}</linearGradient>'
        for light, ((x, y), stops) in _STOPS.items()
    )


def _stops(stops: tuple[_Stop, ...]) -> str:
    return "".join(
        f'<stop offset="{offset}" stop-color="{colour}" stop-opacity="{opacity}"/>'
        for offset, colour, opacity in stops
    )
