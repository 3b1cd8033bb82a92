"""Patterns as tiles of colour that repeat in both directions."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from .colour import Rgb, brightness, darker, lighter, linear, mixed

SIDE: Final = 512
"""Pixels of a tile; it repeats."""
Tile = npt.NDArray[np.float32]


class Pattern(StrEnum):
    SOLID = "solid"
    MELANGE = "melange"
    STRIPED = "striped"
    BRETON = "breton"
    PINSTRIPE = "pinstripe"
    CHECKED = "checked"
    GINGHAM = "gingham"
    TARTAN = "tartan"
    DOTTED = "polka-dot"
    FLORAL = "floral"
    LEOPARD = "leopard"
    ZIGZAG = "zigzag"
    CAMOUFLAGE = "camouflage"
    TIE_DYE = "tie-dye"
    GEOMETRIC = "geometric"


@lru_cache(maxsize=12)
def tile(pattern: Pattern, main: str, accent: str, seed: int) -> Tile:
    """SIDE × SIDE pixels, linear."""
    maker = _MAKERS.get(pattern, _solid)
    return np.ascontiguousarray(maker(main, accent, np.random.default_rng(seed)), dtype=np.float32)


def _filled(colour: str) -> Tile:
    return np.broadcast_to(linear(colour), (SIDE, SIDE, 3)).copy()


def _blend(base: Tile, colour: Rgb, share: npt.NDArray[np.float32]) -> Tile:
    return base + (colour - base) * share[:, :, None]


def _solid(main: str, accent: str, rng: np.random.Generator) -> Tile:
    return _filled(main)


def _melange(main: str, accent: str, rng: np.random.Generator) -> Tile:
    noise = rng.normal(0, 1, (SIDE, SIDE)).astype(np.float32)
    fibres = cv2.GaussianBlur(np.tile(noise, (3, 3)), (0, 0), sigmaX=4.0, sigmaY=0.8)[
        SIDE : 2 * SIDE, SIDE : 2 * SIDE
    ]
    fibres = fibres / fibres.std()
    other = lighter(main, 0.45) if brightness(main) < 0.5 else darker(main, 0.35)
    share = np.clip(0.28 + 0.2 * fibres, 0, 0.8).astype(np.float32)
    return _blend(_filled(main), linear(other), share)


def _bands(sizes: tuple[tuple[float, str], ...], *, repeats: int) -> Tile:
    """Level stripes; sizes are relative and fill one repeat."""
    total = sum(size for size, _ in sizes)
    fine = np.zeros((SIDE * 4, 3), np.float32)
    at = (np.arange(SIDE * 4) * repeats / (SIDE * 4) % 1) * total
    low = 0.0
    for size, colour in sizes:
        fine[(at >= low) & (at < low + size)] = linear(colour)
        low += size
    rows = fine.reshape(SIDE, 4, 3).mean(axis=1)
    return np.repeat(rows[:, None, :], SIDE, axis=1)


def _striped(main: str, accent: str, rng: np.random.Generator) -> Tile:
    kind = int(rng.integers(3))
    if kind == 0:
        return _bands(((1, main), (1, accent)), repeats=int(rng.integers(9, 14)))
    if kind == 1:
        third = mixed(main, accent, 0.45)
        return _bands(
            ((5, main), (1.2, accent), (1.0, main), (2.6, third), (1.0, main), (1.2, accent)), repeats=4
        )
    return _bands(((3, main), (1.4, accent)), repeats=8)


def _breton(main: str, accent: str, rng: np.random.Generator) -> Tile:
    return _bands(((2.6, main), (1, accent)), repeats=int(rng.integers(14, 18)))


def _pinstripe(main: str, accent: str, rng: np.random.Generator) -> Tile:
    thin = mixed(main, accent, 0.75)
    return _bands(((10, main), (0.9, thin)), repeats=int(rng.integers(22, 30))).transpose(1, 0, 2)


def _woven(across: Tile, along: Tile) -> Tile:
    """Warp and weft of a twill, half of each, as in woven checks."""
    return np.asarray((across + along) / 2, np.float32)


def _gingham(main: str, accent: str, rng: np.random.Generator) -> Tile:
    pale = "#f4f2ec" if brightness(main) < 0.75 else accent
    rows = _bands(((1, main), (1, pale)), repeats=int(rng.integers(12, 20)))
    return _woven(rows, rows.transpose(1, 0, 2))


def _checked(main: str, accent: str, rng: np.random.Generator) -> Tile:
    second = darker(main, 0.35) if brightness(main) > 0.35 else lighter(main, 0.22)
    rows = _bands(
        ((6, main), (0.5, accent), (2, main), (4, second), (2, main), (0.5, accent)),
        repeats=int(rng.integers(4, 7)),
    )
    return _woven(rows, rows.transpose(1, 0, 2))


def _tartan(main: str, accent: str, rng: np.random.Generator) -> Tile:
    dark = darker(main, 0.6)
    sett = (
        (7, main),
        (0.7, accent),
        (3, dark),
        (1, main),
        (3, dark),
        (0.7, accent),
        (5, main),
        (0.6, "#e9e2cf"),
    )
    rows = _bands(sett, repeats=int(rng.integers(3, 5)))
    return _woven(rows, rows.transpose(1, 0, 2))


def _stamped(base: Tile, colour: str, shapes: list[tuple[npt.NDArray[np.float64], bool]]) -> Tile:
    """Polygons in pixels of the tile, repeated over its edges; the flag tells whether to cut out."""
    canvas = np.zeros((SIDE * 2, SIDE * 2), np.uint8)
    for points, out in shapes:
        for dx in (-SIDE, 0, SIDE):
            for dy in (-SIDE, 0, SIDE):
                at = ((points + (dx, dy)) * 2 * 16).round().astype(np.int32)
                if at.max() < 0 or at.min() > SIDE * 32:
                    continue
                cv2.fillPoly(canvas, [at], 0 if out else 255, cv2.LINE_AA, 4)
    share = cv2.resize(canvas, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    return _blend(base, linear(colour), np.asarray(share, np.float32))


def _circle(
    x: float, y: float, rx: float, ry: float | None = None, turn: float = 0
) -> npt.NDArray[np.float64]:
    a = np.linspace(0, 2 * np.pi, 22, endpoint=False)
    ring = np.stack([np.cos(a) * rx, np.sin(a) * (ry or rx)], 1)
    c, s = np.cos(turn), np.sin(turn)
    return np.asarray(ring @ np.array([[c, s], [-s, c]]) + (x, y), np.float64)


def _dotted(main: str, accent: str, rng: np.random.Generator) -> Tile:
    count = int(rng.choice([10, 14, 20]))
    step = SIDE / count
    radius = step * float(rng.choice([0.16, 0.2, 0.26]))
    shapes = [
        (_circle((x + (y % 2) / 2) * step, y * step, radius), False)
        for x in range(count)
        for y in range(count)
    ]
    return _stamped(_filled(main), accent, shapes)


def _scattered(rng: np.random.Generator, count: int, apart: float) -> list[tuple[float, float]]:
    spots: list[tuple[float, float]] = []
    for x, y in rng.uniform(0, SIDE, (count * 12, 2)):
        near = min(
            (
                np.hypot((x - a + SIDE / 2) % SIDE - SIDE / 2, (y - b + SIDE / 2) % SIDE - SIDE / 2)
                for a, b in spots
            ),
            default=SIDE,
        )
        if near > apart:
            spots.append((float(x), float(y)))
        if len(spots) == count:
            break
    return spots


def _floral(main: str, accent: str, rng: np.random.Generator) -> Tile:
    size = float(rng.uniform(12, 24))
    base = _filled(main)
    leaf = "#4d6b48" if brightness(main) > 0.4 else "#7f9a72"
    second = mixed(accent, "#e9a3b4" if brightness(accent) > 0.5 else "#c0455e", 0.6)
    petals: dict[str, list[tuple[npt.NDArray[np.float64], bool]]] = {accent: [], second: []}
    leaves, hearts = [], []
    for place, (x, y) in enumerate(_scattered(rng, round(15000 / size**1.6), size * 2.1)):
        turn, r = float(rng.uniform(0, 6.28)), size * float(rng.uniform(0.65, 1.1))
        for side in (1.1, 2.6):
            lx, ly = x + np.cos(turn + side) * r * 1.25, y + np.sin(turn + side) * r * 1.25
            leaves.append((_circle(lx, ly, r * 0.62, r * 0.2, turn + side), False))
        for petal in range(5):
            a = turn + petal * 2 * np.pi / 5
            petals[accent if place % 3 else second].append(
                (_circle(x + np.cos(a) * r * 0.5, y + np.sin(a) * r * 0.5, r * 0.46, r * 0.33, a), False)
            )
        hearts.append((_circle(x, y, r * 0.2), False))
    base = _stamped(base, leaf, leaves)
    for colour, shapes in petals.items():
        base = _stamped(base, colour, shapes)
    return _stamped(base, "#e3b23c", hearts)


def _leopard(main: str, accent: str, rng: np.random.Generator) -> Tile:
    base = _filled(main)
    dark = darker(main, 0.78) if brightness(main) > 0.3 else lighter(main, 0.35)
    warm = mixed(main, "#8a5a2b", 0.45)
    spots = _scattered(rng, 190, 27)
    cores, rings = [], []
    for x, y in spots:
        turn, r = float(rng.uniform(0, 6.28)), float(rng.uniform(6, 11))
        cores.append((_circle(x, y, r * 0.9, r * 0.7, turn), False))
        for part in range(3):
            a = turn + part * 2.1 + float(rng.uniform(-0.3, 0.3))
            rings.append(
                (_circle(x + np.cos(a) * r, y + np.sin(a) * r * 0.9, r * 0.62, r * 0.3, a + 1.57), False)
            )
    return _stamped(_stamped(base, warm, cores), dark, rings)


def _zigzag(main: str, accent: str, rng: np.random.Generator) -> Tile:
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    step = SIDE / 10
    phase = (y + np.abs((x / (SIDE / 16)) % 1 - 0.5) * step) / step % 1
    share = np.clip((0.25 - np.abs(phase - 0.5)) * step + 0.5, 0, 1).astype(np.float32)
    fine = np.clip((0.06 - np.abs((phase + 0.5) % 1 - 0.5)) * step + 0.5, 0, 1).astype(np.float32)
    return _blend(_blend(_filled(main), linear(accent), share), linear(mixed(main, accent, 0.5)), fine)


def _blotches(rng: np.random.Generator, cells: int) -> npt.NDArray[np.float32]:
    grid = rng.uniform(-1, 1, (cells, cells)).astype(np.float32)
    large = cv2.resize(np.tile(grid, (3, 3)), (SIDE * 3, SIDE * 3), interpolation=cv2.INTER_CUBIC)
    return np.asarray(large[SIDE : 2 * SIDE, SIDE : 2 * SIDE], np.float32)


def _camouflage(main: str, accent: str, rng: np.random.Generator) -> Tile:
    base = _filled(main)
    for colour, level in ((darker(main, 0.35), 0.12), (lighter(main, 0.3), 0.24), (darker(main, 0.65), 0.34)):
        noise = _blotches(rng, 9) + 0.35 * _blotches(rng, 24)
        base = _blend(base, linear(colour), np.clip((noise - level) * 40 + 0.5, 0, 1).astype(np.float32))
    return base


def _tie_dye(main: str, accent: str, rng: np.random.Generator) -> Tile:
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    warp = 26 * _blotches(rng, 7) + 9 * _blotches(rng, 30)
    rings = np.sin((np.hypot(x - SIDE / 2, y - SIDE / 2) + warp) / SIDE * 2 * np.pi * 4.5)
    share = np.clip(0.5 + 0.75 * rings, 0, 1).astype(np.float32)
    return _blend(_filled(main), linear(lighter(accent, 0.25)), share)


def _geometric(main: str, accent: str, rng: np.random.Generator) -> Tile:
    count = 12
    step = SIDE / count
    diamonds = [
        (_circle((x + (y % 2) / 2) * step, y * step / 1.0, step * 0.34)[::1], False)
        for x in range(count)
        for y in range(count)
    ]
    squares = [(points[[0, 5, 11, 16]], flag) for points, flag in diamonds]
    inner = [((points - points.mean(0)) * 0.45 + points.mean(0), False) for points, _ in squares]
    return _stamped(_stamped(_filled(main), accent, squares), main, inner)


_MAKERS: Final[dict[Pattern, Callable[[str, str, np.random.Generator], Tile]]] = {
    Pattern.MELANGE: _melange,
    Pattern.STRIPED: _striped,
    Pattern.BRETON: _breton,
    Pattern.PINSTRIPE: _pinstripe,
    Pattern.CHECKED: _checked,
    Pattern.GINGHAM: _gingham,
    Pattern.TARTAN: _tartan,
    Pattern.DOTTED: _dotted,
    Pattern.FLORAL: _floral,
    Pattern.LEOPARD: _leopard,
    Pattern.ZIGZAG: _zigzag,
    Pattern.CAMOUFLAGE: _camouflage,
    Pattern.TIE_DYE: _tie_dye,
    Pattern.GEOMETRIC: _geometric,
}
