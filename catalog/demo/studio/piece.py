"""One part of a garment: an outline with its relief, its material and its seams."""

from dataclasses import dataclass

from .folds import Fold
from .outline import Points
from .weave import Weave


@dataclass(frozen=True)
class Piece:
    """`paint` names one of the look's colours: "main", "second", "trim", ... or is a `#rrggbb` of its own.

    The surface turns away over `depth` units from its edge, as steeply there as `bulge` says (1 is 45°).
    `light` is what reaches it, `shadow` how dark and `reach` how far it falls on what lies beneath.
    `form` is what the relief belongs to where that is more than the piece: cloth goes on behind a seam.
    `feather` softens its outline.
    Patterns are turned by `turn` degrees and bent around the sides by `bend` units.
    """

    shape: Points | tuple[Points, ...]
    paint: str = "main"
    weave: Weave = Weave.JERSEY
    depth: float = 40.0
    bulge: float = 0.8
    form: tuple[Points, ...] = ()
    folds: tuple[Fold, ...] = ()
    seams: tuple[Points, ...] = ()
    stitches: tuple[Points, ...] = ()
    thread: str = ""
    gloss: float = 0.0
    sheen: float = 0.06
    light: float = 1.0
    shadow: float = 0.35
    reach: float = 7.0
    turn: float = 0.0
    bend: float = 0.0
    sideways: bool = False
    opacity: float = 1.0
    feather: float = 0.0

    @property
    def shapes(self) -> tuple[Points, ...]:
        return self.shape if isinstance(self.shape, tuple) else (self.shape,)
