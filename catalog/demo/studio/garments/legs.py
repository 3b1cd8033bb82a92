"""Two legs and a waistband."""

from dataclasses import dataclass
from functools import cached_property

from ..folds import Creases, Fold, Wrinkles
from ..goods import Cut, Who
from ..outline import MIDDLE, Corner, Points, both, ellipse, line, mirrored, rounded, stops, symmetric
from ..piece import Piece
from ..weave import Weave


@dataclass(frozen=True)
class Legs:
    """Half widths and heights; the legs stand a little apart."""

    waist: float = 112
    hip: float = 146
    knee: float = 66
    hem: float = 58
    top: float = 110
    crotch: float = 348
    bottom: float = 900
    apart: float = 4
    seed: int = 0

    @cached_property
    def right(self) -> Points:
        half = self.hip - self.apart
        middle = self.apart + half * 0.52 + (self.bottom - self.crotch) * 0.026
        knee_y = self.crotch + (self.bottom - self.crotch) * 0.45
        return line(
            *stops(
                f"0,{self.top + 8}! {self.waist},{self.top}! {self.waist + 14},{self.top + 60} "
                f"{self.hip - 2},{self.crotch - 90} {self.hip},{self.crotch - 10} "
                f"{middle + self.knee + 2},{knee_y} {middle + self.hem},{self.bottom - 4}! "
                f"{middle},{self.bottom + 2} {middle - self.hem},{self.bottom}! "
                f"{middle - self.knee + 4},{knee_y} {self.apart + 8},{self.crotch + 46} "
                f"0,{self.crotch}!"
            )
        ) + (MIDDLE, 0)

    @property
    def centre(self) -> float:
        return self.apart + (self.hip - self.apart) * 0.52 + (self.bottom - self.crotch) * 0.02

    def across(self, up: float, side: int) -> Points:
        """Along a hem."""
        x, half = (
            self.apart + (self.hip - self.apart) * 0.52 + (self.bottom - self.crotch) * 0.026,
            self.hem + 3,
        )
        path = line(
            (x - half, self.bottom - up), (x, self.bottom + 2 - up), (x + half, self.bottom - 4 - up)
        ) + (MIDDLE, 0)
        return path if side > 0 else mirrored(path)

    def folds(self, soft: float = 1.0) -> tuple[Fold, ...]:
        c, s = self.crotch, self.seed
        long = self.bottom - c
        pulls = (
            *both((10, c - 6), (60, c - 40), (116, c - 52)),
            *both((12, c + 10), (60, c + 2), (112, c + 6)),
            *both((14, c + 30), (54, c + 40), (100, c + 66)),
        )
        knee = c + long * 0.42
        x = self.centre
        knees = ((MIDDLE + x, knee, 80, 80), (MIDDLE - x, knee, 80, 80))
        ankles = ((MIDDLE + x, self.bottom - 50, 80, 60), (MIDDLE - x, self.bottom - 50, 80, 60))
        folds: list[Fold] = [
            Creases(pulls, 13, -3.6 * soft),
            Creases(tuple(path + (0, 14) for path in pulls), 12, 2.6 * soft),
            Wrinkles(s + 1, 90, 130, 8 * soft),
            Wrinkles(s + 2, 40, 190, 4 * soft),
            Wrinkles(s + 3, 24, 50, 1.6 * soft, turn=40, sharp=0.3),
        ]
        if long > 300:
            folds += [
                Wrinkles(s + 4, 80, 22, 4.6 * soft, turn=14, sharp=0.3, spots=knees),
                Wrinkles(s + 5, 80, 19, 5.6 * soft, turn=-8, sharp=0.35, spots=ankles),
            ]
        return tuple(folds)


def legs_for(cut: Cut, knee: float, hem: float, *, bottom: float | None = None) -> Legs:
    kids = cut.who is Who.KIDS
    end = bottom if bottom is not None else (800.0 if kids else 900.0)
    waist = {Who.WOMEN: 104.0, Who.MEN: 114.0, Who.KIDS: 118.0}[cut.who]
    hip = {Who.WOMEN: 148.0, Who.MEN: 146.0, Who.KIDS: 146.0}[cut.who]
    return Legs(
        waist=waist, hip=hip, knee=knee, hem=hem, bottom=end, crotch=332 if kids else 348, seed=cut.seed
    )


def both_legs(
    legs: Legs,
    weave: Weave,
    *,
    stitches: tuple[Points, ...] = (),
    thread: str = "",
    hems: tuple[float, ...] = (),
    extra: tuple[Fold, ...] = (),
    soft: float = 1.0,
    gloss: float = 0.0,
) -> list[Piece]:
    right, left = legs.right, mirrored(legs.right)
    folds = (*legs.folds(soft), *extra)
    middle = line((MIDDLE, legs.top + 20), (MIDDLE, legs.crotch))
    return [
        Piece(
            shape,
            "main",
            weave,
            depth=74,
            bulge=0.85,
            folds=folds,
            stitches=(*stitches, *(legs.across(up, side) for up in hems)),
            thread=thread,
            seams=(middle,),
            shadow=0.25,
            reach=6,
            gloss=gloss,
            turn=turn,
        )
        for shape, side, turn in ((left, -1, 2.0), (right, 1, -2.0))
    ]


def waistband(
    legs: Legs, weave: Weave, *, thread: str = "", button: str = "button", loops: bool = False
) -> list[Piece]:
    w, t = legs.waist, legs.top
    shape = symmetric(*stops(f"0,{t + 8} {w},{t}! {w + 5},{t + 32}! 0,{t + 41}"))
    strips = [rounded(MIDDLE + x - 5, t - 2, 10, 42, 3) for x in (-w * 0.62, w * 0.62)] if loops else []
    lines = both((0, t + 36), (w, t + 28))
    return [
        Piece(
            shape,
            "main",
            weave,
            depth=10,
            bulge=0.5,
            stitches=(*lines, *both((0, t + 13), (w, t + 5))),
            thread=thread,
            shadow=0.32,
            reach=4,
            sideways=True,
            seams=(line((MIDDLE + 2, t + 8), (MIDDLE + 2, t + 40)),),
        ),
        *(Piece(strip, "main", weave, depth=4, bulge=0.6, shadow=0.4, reach=3) for strip in strips),
        Piece(
            ellipse(MIDDLE + 16, t + 24, 7.4, 7.4),
            button,
            Weave.SMOOTH,
            depth=4,
            bulge=0.85,
            gloss=0.5,
            shadow=0.4,
            reach=3,
        ),
    ]


def hollow(legs: Legs, weave: Weave) -> Piece:
    shape = symmetric((0, legs.top - 6), Corner(legs.waist, legs.top), (0, legs.top + 14))
    return Piece(shape, "main", weave, depth=20, bulge=0.2, light=0.5, shadow=0)
