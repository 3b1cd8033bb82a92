"""Arithmetic on colours written as `#rrggbb`."""


def mix(one: str, other: str, share: float) -> str:
    """`share` of `other` in `one`, from 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float) -> str:
    return mix(colour, "#000000", share)


def lighter(colour: str, share: float) -> str:
    return mix(colour, "#ffffff", share)


def brightness(colour: str) -> float:
    """From 0 for black to 1 for white, as the eye weighs it."""
    red, green, blue = _channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
