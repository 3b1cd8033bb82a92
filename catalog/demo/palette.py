"""The colours of the demo catalogue, by the names that the encoder knows."""

from typing import Final

from .drawing.colour import brightness

COLOURS: Final[dict[str, str]] = {
    "Black": "#212226",
    "White": "#f1f1ee",
    "Grey": "#8f9399",
    "Navy Blue": "#22304f",
    "Blue": "#2f66b8",
    "Red": "#b8262f",
    "Green": "#2f7a4b",
    "Olive": "#6d6c3c",
    "Brown": "#6f4a30",
    "Beige": "#d8c6a6",
    "Cream": "#efe5cf",
    "Pink": "#e49db1",
    "Purple": "#6a4691",
    "Yellow": "#e6b83a",
    "Orange": "#d96a2b",
    "Maroon": "#6c2231",
    "Teal": "#217a80",
}
_ON_DARK: Final = ("#f4f4f2", "#efe5cf", "#d8c6a6", "#9fc0dc")
_ON_LIGHT: Final = ("#22304f", "#6c2231", "#2b2c31", "#2f6a4b")
_DARK: Final = 0.45


def accents_of(colour: str) -> tuple[str, ...]:
    """What goes with it, for stripes and trims; both as `#rrggbb`."""
    return _ON_DARK if brightness(colour) < _DARK else _ON_LIGHT
