"""Colours as three floats in linear light."""

import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.float32]


def linear(colour: str) -> Rgb:
    """`#rrggbb` → red, green and blue from 0 to 1. Gamma 2 is near enough, and its inverse is quick."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return np.array(parts, np.float32) ** 2


def mixed(one: str, other: str, share: float) -> str:
    """So much of the other colour."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float) -> str:
    return mixed(colour, "#000000", share)


def lighter(colour: str, share: float) -> str:
    return mixed(colour, "#ffffff", share)


def brightness(colour: str) -> float:
    """As the eye has it, from 0 to 1."""
    red, green, blue = _parts(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
