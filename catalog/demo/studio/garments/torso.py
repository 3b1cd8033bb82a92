"""What is worn above the waist: a body with neck and sleeves, hanging as if somebody were in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..folds import Creases, Fold, Wrinkles
from ..outline import MIDDLE, Corner, Points, band, both, line, mirrored, stops, symmetric
from ..piece import Piece
from ..weave import Weave


@dataclass(frozen=True)
class Torso:
    """Half widths and heights in units. `neck` is its half width, `dip` how far the neckline hangs down."""

    neck: float = 62
    dip: float = 50
    top: float = 150
    slope: float = 36
    shoulder: float = 172
    armpit: float = 330
    chest: float = 165
    waist: float = 160
    waist_at: float = 540
    hem: float = 166
    bottom: float = 725
    curve: float = 10
    seed: int = 0
    vee: bool = False

    @property
    def tip(self) -> tuple[float, float]:
        return self.shoulder, self.top + self.slope

    @cached_property
    def body(self) -> Points:
        return symmetric(
            *self._neckline(),
            Corner(*self.tip),
            (self.shoulder - 14, self.armpit - 70),
            Corner(self.chest, self.armpit),
            (self.chest - 2, min(self.armpit + 60, (self.armpit + self.waist_at) / 2)),
            (self.waist, self.waist_at),
            (self.hem, max(self.bottom - 90, (self.waist_at + self.bottom) / 2)),
            Corner(self.hem, self.bottom - self.curve),
            (self.hem * 0.55, self.bottom),
            (0, self.bottom + 2),
        )

    @cached_property
    def armhole(self) -> tuple[Points, Points]:
        return both(self.tip, (self.shoulder - 14, self.armpit - 70), (self.chest, self.armpit))

    @cached_property
    def inside(self) -> Points:
        """The back of the neck, seen from within."""
        return symmetric(
            *stops(
                f"0,{self.top - 2} {self.neck + 1},{self.top - 3}! "
                f"{self.neck - 4},{self.top + 40} 0,{self.top + self.dip + 26}"
            )
        )

    def collar_line(self, out: float = 0.0) -> Points:
        """Along the neckline from one side to the other."""
        half = line(*self._neckline(out))
        return np.concatenate([half[::-1], half * (-1, 1)]) + (MIDDLE, 0)

    def back_line(self) -> Points:
        half = line((0, self.top + 12), (self.neck * 0.6, self.top + 9), (self.neck, self.top + 3.5))
        return np.concatenate([half[::-1] * (-1, 1), half]) + (MIDDLE, 0)

    def hem_line(self, up: float, half: float | None = None) -> Points:
        width = half or self.hem
        right = line(
            (0, self.bottom + 2 - up),
            (width * 0.55, self.bottom - up),
            (width, self.bottom - self.curve - up),
        )
        return np.concatenate([right[::-1] * (-1, 1), right]) + (MIDDLE, 0)

    def side_lines(self) -> tuple[Points, Points]:
        return both(
            *stops(
                f"{self.chest},{self.armpit} {self.chest - 2},{self.armpit + 60} "
                f"{self.waist},{self.waist_at} {self.hem},{self.bottom - 90} "
                f"{self.hem},{self.bottom}"
            )
        )

    def folds(self, soft: float = 1.0) -> tuple[Fold, ...]:
        """Pulled from the armpits, loose about the waist."""
        a, c, w = self.armpit, self.chest, self.waist_at
        pulls = (
            *both((c - 4, a + 4), (c - 50, a + 40), (c - 108, a + 58)),
            *both((c - 6, a + 26), (c - 44, a + 82), (c - 92, a + 130)),
            *both((c - 2, a + 70), (c - 26, a + 150), (c - 60, a + 215)),
        )
        sides = ((MIDDLE - c, w, 90, 190), (MIDDLE + c, w, 90, 190))
        low = ((MIDDLE, self.bottom - 40, 170, 170),)
        return (
            Creases(pulls, 15, -4.2 * soft),
            Creases(tuple(path + (0, 17) for path in pulls), 15, 3.4 * soft),
            Wrinkles(self.seed + 1, 46, 130, 8.5 * soft, turn=20, spots=sides[:1]),
            Wrinkles(self.seed + 2, 46, 130, 8.5 * soft, turn=-20, spots=sides[1:]),
            Wrinkles(self.seed + 3, 60, 240, 8 * soft, spots=low),
            Wrinkles(self.seed + 4, 120, 150, 12 * soft),
            Wrinkles(self.seed + 5, 24, 60, 1.8 * soft, turn=35),
        )

    def _neckline(self, out: float = 0.0) -> Sequence[tuple[float, float] | Corner]:
        end = Corner(self.neck + out, self.top + out * self.slope / (self.shoulder - self.neck))
        if self.vee:
            return (0, self.top + self.dip + out), (self.neck * 0.5 + out, self.top + self.dip * 0.5), end
        return (
            (0, self.top + self.dip + out),
            ((self.neck + out) * 0.62, self.top + self.dip * 0.86 + out * 0.8),
            ((self.neck + out) * 0.95, self.top + self.dip * 0.4),
            end,
        )


@dataclass(frozen=True)
class Sleeve:
    """`length` from 0.15 (capped) to 1 (to the wrist); `wide` and `cuff` are widths at its two ends."""

    torso: Torso
    length: float = 0.36
    wide: float = 100
    cuff: float = 86
    spread: float = 16

    @cached_property
    def middle_line(self) -> Points:
        """From the middle of the armhole to where the wrist would be; cut to the length."""
        t = self.torso
        x, y = (t.tip[0] + t.chest) / 2 - 8, (t.tip[1] + t.armpit) / 2 + 6
        full = line(
            *stops(
                f"{x - 10},{y - 20} {x + 44},{y + 90} {x + 62 + self.spread},{y + 220} "
                f"{x + 66 + self.spread * 1.5},{y + 350} {x + 62 + self.spread * 1.5},{y + 455}"
            )
        )
        steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(full, axis=0).T))])
        at = np.linspace(0, steps[-1] * self.length, 30)
        return np.stack([np.interp(at, steps, full[:, 0]), np.interp(at, steps, full[:, 1])], axis=1)

    @cached_property
    def right(self) -> Points:
        t = self.torso
        path = self.middle_line
        steps = np.gradient(path, axis=0)
        normal = np.stack([-steps[:, 1], steps[:, 0]], axis=1) / np.hypot(*steps.T)[:, None]
        widths = (
            np.interp(np.linspace(0, 1, len(path)), (0, 0.25, 1), (self.wide * 1.1, self.wide, self.cuff))[
                :, None
            ]
            / 2
        )
        outer, inner = path - normal * widths, path + normal * widths
        skip = 6 if self.length > 0.5 else 9
        inner_skip = 4 if self.length > 0.5 else 9
        edge = line(
            Corner(*outer[-1]),
            (path[-1] + 0.06 * self.cuff * steps[-1] / np.hypot(*steps[-1])),
            Corner(*inner[-1]),
        )
        shoulder = line((t.tip[0] - 30, t.tip[1] - 8), t.tip, tuple(outer[skip]))
        shape = [
            shoulder,
            outer[skip:],
            edge,
            inner[inner_skip:][::-1],
            line((t.chest, t.armpit), (t.chest - 30, t.armpit - 40)),
        ]
        return np.concatenate(shape) + (MIDDLE, 0)

    def cross(self, back: float, out: float = 1.0) -> tuple[Points, Points]:
        """A line across both sleeves, so many units from their ends."""
        path = self.middle_line
        steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
        at = max(steps[-1] - back, 0)
        x, y = float(np.interp(at, steps, path[:, 0])), float(np.interp(at, steps, path[:, 1]))
        dx, dy = (path[-1] - path[-4]) / np.hypot(*(path[-1] - path[-4]))
        half = self.cuff / 2 * out + back * 0.04
        one, two = (x + dy * half, y - dx * half), (x - dy * half, y + dx * half)
        return both(one, (x + dx * 0.06 * self.cuff, y + dy * 0.06 * self.cuff), two)

    def cuff_shape(self, deep: float, wider: float = 0.0) -> tuple[Points, Points]:
        """A band at the end of both sleeves."""
        (end,) = self.cross(0, 1 + wider)[:1]
        (begin,) = self.cross(deep, 1 + wider)[:1]
        shape = np.concatenate([end, begin[::-1]])
        return shape, mirrored(shape)

    def pieces(
        self,
        weave: Weave,
        *,
        paint: str = "main",
        soft: float = 1.0,
        body: Points,
        sheen: float = 0.06,
        gloss: float = 0.0,
        stitches: tuple[Points, ...] = (),
        thread: str = "",
        depth: float = 48,
    ) -> list[Piece]:
        right = self.right
        left = mirrored(right)
        folds = self._folds(soft)
        return [
            Piece(
                shape,
                paint,
                weave,
                depth=depth,
                bulge=0.9,
                form=(body,),
                folds=folds,
                gloss=gloss,
                sheen=sheen,
                turn=turn,
                stitches=stitches,
                thread=thread,
                shadow=0.3,
            )
            for shape, turn in ((right, -14.0), (left, 14.0))
        ]

    def _folds(self, soft: float) -> tuple[Fold, ...]:
        t, seed = self.torso, self.torso.seed
        folds: list[Fold] = [
            Wrinkles(seed + 11, 90, 60, 6.0 * soft, turn=20),
            Wrinkles(seed + 12, 26, 70, 3.2 * soft, turn=-50, sharp=0.3),
        ]
        c, a = t.chest, t.armpit
        folds.append(
            Creases(
                (
                    *both((c + 2, a - 10), (c + 30, a - 40), (c + 58, a - 74)),
                    *both((c + 8, a + 10), (c + 40, a - 8), (c + 74, a - 30)),
                ),
                13,
                -4 * soft,
            )
        )
        if self.length > 0.5:
            path = self.middle_line + (MIDDLE, 0)
            elbow = path[17]
            spots = (
                (float(elbow[0]), float(elbow[1]), 60, 110),
                (float(MIDDLE * 2 - elbow[0]), float(elbow[1]), 60, 110),
            )
            cuffs = (
                (float(path[-1][0]), float(path[-1][1]) - 40, 60, 70),
                (float(2 * MIDDLE - path[-1][0]), float(path[-1][1]) - 40, 60, 70),
            )
            folds += [
                Wrinkles(seed + 13, 75, 21, 8 * soft, turn=28, sharp=0.35, spots=spots[:1]),
                Wrinkles(seed + 14, 75, 21, 8 * soft, turn=-28, sharp=0.35, spots=spots[1:]),
                Wrinkles(seed + 15, 80, 17, 3.6 * soft, turn=8, sharp=0.4, spots=cuffs),
            ]
        return tuple(folds)


def neck_band(
    torso: Torso, width: float = 15, *, paint: str = "main", weave: Weave = Weave.RIB
) -> list[Piece]:
    """The ribbed collar of a T-shirt or a sweater."""
    shape = np.concatenate([torso.collar_line(-width * 0.35), torso.collar_line(width * 0.65)[::-1]])
    seams = (torso.collar_line(width * 0.75),)
    return [Piece(shape, paint, weave, depth=width * 0.5, bulge=0.85, shadow=0.3, reach=3, seams=seams)]


def neck_inside(torso: Torso, weave: Weave, *, paint: str = "main", label: str = "#f3f1ec") -> list[Piece]:
    """The back of the garment behind the opening, with its label."""
    y = torso.top + 15
    tag = line(*stops(f"-19,{y}! 19,{y + 0.01}! 18,{y + 22}! -18,{y + 22}! -19,{y}!")) + (MIDDLE, 0)
    return [
        Piece(torso.inside, paint, weave, depth=60, bulge=0.2, light=0.5, shadow=0, sheen=0.02),
        Piece(
            band(torso.back_line(), 13),
            paint,
            Weave.RIB,
            depth=6,
            bulge=0.7,
            light=0.72,
            shadow=0.15,
            reach=3,
        ),
        Piece(tag, label, Weave.TWILL, depth=3, bulge=0.3, light=0.8, shadow=0.25, reach=3),
        Piece(
            band(line((-10, y + 11), (10, y + 11)) + (MIDDLE, 0), 2.4),
            "#5a5a5a",
            Weave.SMOOTH,
            depth=1,
            bulge=0.1,
            shadow=0,
        ),
    ]
