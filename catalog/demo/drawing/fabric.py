"""What a piece is made of: a colour, a pattern and a weave, as SVG definitions and fills."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from .colour import brightness, darker, lighter
from .look import Look, Pattern
from .pattern import Tile, Weave, checks, dots, stripes, weave

_MIDDLE, _NEAR_BLACK = 0.35, 0.18


@dataclass(frozen=True)
class Fabric:
    """`angle` turns stripes, in degrees; `scale` is the size of the pattern in px."""

    colour: str
    accent: str
    pattern: Pattern = Pattern.SOLID
    weave: Weave = Weave.PLAIN
    angle: float = 0
    scale: float = 26

    @cached_property
    def key(self) -> str:
        """A name for the definitions that is the same for the same fabric."""
        return "f" + sha256(repr(self).encode()).hexdigest()[:10]

    @property
    def fills(self) -> list[str]:
        """What is painted over each other, from the colour up."""
        return [self.colour, *(f"url(#{name})" for name in self._tiles)]

    @property
    def definitions(self) -> str:
        return "".join(tile.definition(name) for name, tile in self._tiles.items())

    @cached_property
    def _tiles(self) -> dict[str, Tile]:
        ink = "#fff" if brightness(self.colour) < _NEAR_BLACK else "#000"
        tiles = {f"{self.key}p": self._pattern(), f"{self.key}w": weave(self.weave, ink)}
        return {name: tile for name, tile in tiles.items() if tile}

    def _pattern(self) -> Tile | None:
        size = round(self.scale)
        if self.pattern is Pattern.STRIPED:
            return stripes(size, self.accent, self.angle)
        if self.pattern is Pattern.CHECKED:
            pale = brightness(self.colour) > _MIDDLE
            return checks(size, self.accent, darker(self.colour, 0.25) if pale else lighter(self.colour, 0.2))
        return dots(size, self.accent) if self.pattern is Pattern.DOTTED else None


def cloth(look: Look, weave: Weave = Weave.PLAIN, *, angle: float = 0, scale: float = 26) -> Fabric:
    """The look's own colour and pattern."""
    return Fabric(look.colour, look.accent, look.pattern, weave, angle, scale)


def plain(colour: str, weave: Weave = Weave.PLAIN) -> Fabric:
    """One colour all over."""
    return Fabric(colour, colour, weave=weave)
