"""The colours of the demo catalogue, by names that the encoder knows, and the families they belong to."""

from typing import Final

from .studio.colour import brightness

COLOURS: Final[dict[str, str]] = {
    "Black": "#27282d",
    "Charcoal": "#45484e",
    "Grey": "#94989e",
    "White": "#f3f2ee",
    "Cream": "#eee3cb",
    "Beige": "#d6c2a0",
    "Khaki": "#a8976c",
    "Tan": "#b07c48",
    "Brown": "#6b4630",
    "Navy Blue": "#232f4d",
    "Blue": "#3566ad",
    "Teal": "#23737a",
    "Green": "#2f6e4a",
    "Olive": "#686a3e",
    "Red": "#b32a31",
    "Maroon": "#6b2232",
    "Orange": "#cf6a30",
    "Pink": "#dd9cad",
    "Magenta": "#b23a78",
    "Lavender": "#b3a4cf",
    "Purple": "#614585",
    "Yellow": "#e2b744",
}
FAMILIES: Final[dict[str, str]] = {
    name: family
    for family, names in {
        "dark": ("Black", "Charcoal", "Grey"),
        "light": ("White", "Cream", "Beige"),
        "brown": ("Khaki", "Tan", "Brown"),
        "blue": ("Navy Blue", "Blue", "Teal"),
        "green": ("Green", "Olive"),
        "red": ("Red", "Maroon", "Orange", "Pink", "Magenta"),
        "purple": ("Lavender", "Purple"),
        "yellow": ("Yellow",),
    }.items()
    for name in names
}
_ON_DARK: Final = ("#f4f2ec", "#eee3cb", "#d9c9a8", "#a9c4da", "#e3b5a4")
_ON_LIGHT: Final = ("#232f4d", "#6b2232", "#2b2c31", "#2f6e4a", "#b4532f")
_DARK: Final = 0.52


def accents_of(colour: str) -> tuple[str, ...]:
    """What goes with it, for stripes and trims; both as `#rrggbb`."""
    return _ON_DARK if brightness(colour) < _DARK else _ON_LIGHT
