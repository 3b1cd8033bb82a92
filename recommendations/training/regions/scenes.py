"""Photos that could be: goods on a ground, lit and photographed badly, and where each of them is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture, resize
from recommendations.training.regions.goods import Good
from recommendations.training.regions.grounds import ground
from recommendations.training.regions.layouts import Place, layout
from recommendations.training.warp import FloatPicture, placement, single, warp

ROOM = 1.7
"""How much longer than the good the square is that it is drawn in: turned and tilted, it needs more."""
LEAST_VISIBLE = 0.5


@dataclass(frozen=True)
class Scene:
    """`boxes`: left, top, right, bottom as fractions of the picture, (n, 4); `kinds`: (n,)."""

    picture: Pixels
    boxes: NDArray[np.float32]
    kinds: NDArray[np.int64]


@dataclass(frozen=True)
class _Drawn:
    kind: int
    cover: NDArray[np.bool_]
    """Where the good is, within the scene."""
    whole: float
    """How many pixels it would cover were nothing of it outside of the scene."""


def compose(
    goods: Callable[[int | None], Good], photos: Sequence[Pixels], side: int, rng: Generator
) -> Scene:
    """A scene of up to three goods. `goods` gives any good, or one of the kind it is asked for."""
    canvas = ground(photos, side, rng)
    stretch = float(np.exp(rng.uniform(-0.16, 0.16)))
    drawn = [_draw(canvas, goods(place.kind), place, stretch, rng) for place in layout(rng)]
    picture = photographed(canvas, rng)
    return Scene(picture, *_labelled(drawn, side))


def _draw(canvas: FloatPicture, good: Good, place: Place, stretch: float, rng: Generator) -> _Drawn:
    """Puts the good onto the canvas, with its shadow."""
    side = len(canvas)
    length = place.length * side
    room = int(np.ceil(length * ROOM))
    to_good = placement(
        turn=place.turn,
        scale=length / room,
        aspect=stretch * rng.uniform(0.9, 1.1),
        shift=(0, 0),
        tilt=(rng.uniform(-0.2, 0.2), rng.uniform(-0.2, 0.2)),
        mirror=rng.random() < 0.5,
    )
    seen = warp(good.layer(length), to_good, room, 0.0)
    top, left = _corner(seen[..., 3] > 127, place, side)
    whole = float((seen[..., 3] > 127).sum())
    inside, part = _overlap(top, left, room, side)
    under, cover = canvas[inside], seen[part][..., 3:] / 255
    if rng.random() < 0.5:
        under = under * (1 - rng.uniform(0.1, 0.5) * _shadow(seen[..., 3], rng)[part][..., None])
    canvas[inside] = seen[part][..., :3] * cover + under * (1 - cover)
    mask = np.zeros((side, side), bool)
    mask[inside] = cover[..., 0] > 0.5
    return _Drawn(good.kind, mask, whole)


def _corner(seen: NDArray[np.bool_], place: Place, side: int) -> tuple[int, int]:
    """Where the drawing square begins so that the middle of what is seen lands at the place."""
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return 0, 0
    middle = (rows[0] + rows[-1]) / 2, (columns[0] + columns[-1]) / 2
    return round(place.y * side - middle[0]), round(place.x * side - middle[1])


def _overlap(top: int, left: int, room: int, side: int) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """What of the scene and of the drawing square lie over each other."""
    rows = max(0, top), max(0, min(side, top + room))
    columns = max(0, left), max(0, min(side, left + room))
    return (
        (slice(*rows), slice(*columns)),
        (slice(rows[0] - top, rows[1] - top), slice(columns[0] - left, columns[1] - left)),
    )


def _shadow(opacity: FloatPicture, rng: Generator) -> FloatPicture:
    """The good's shape, out of focus and a little aside; 0 … 1."""
    room = len(opacity)
    coarse = resize(np.repeat(opacity.astype(np.uint8)[..., None], 3, axis=2), 14, 14)
    soft = resize(coarse, room, room)[..., 0].astype(np.float32) / 255
    aside = int(room * rng.uniform(0, 0.06)), int(room * rng.uniform(-0.05, 0.05))
    return single(np.roll(soft, aside, (0, 1)))


def _labelled(drawn: Sequence[_Drawn], side: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Boxes and kinds of what can still be seen: what was drawn later may cover what was drawn before."""
    boxes, kinds = [], []
    for number, good in enumerate(drawn):
        visible = good.cover.copy()
        for later in drawn[number + 1 :]:
            visible &= ~later.cover
        if visible.sum() < LEAST_VISIBLE * good.whole or not visible.any():
            continue
        rows, columns = np.flatnonzero(visible.any(axis=1)), np.flatnonzero(visible.any(axis=0))
        boxes.append([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1])
        kinds.append(good.kind)
    return single(np.array(boxes).reshape(-1, 4) / side), np.array(kinds, np.int64)


def photographed(scene: FloatPicture, rng: Generator) -> Pixels:
    """Badly lit, out of focus, noisy, and saved as a JPEG."""
    contrast, light = rng.uniform(0.6, 1.3), rng.uniform(0.6, 1.3)
    gain = light * rng.uniform(0.86, 1.14, 3)
    slope = rng.uniform(-0.2, 0.2) * np.linspace(-1, 1, scene.shape[1])[None, :, None]
    lit = ((scene - 128) * contrast + 128) * gain * (1 + slope)
    for _ in range(int(rng.integers(0, 3))):
        for axis in (0, 1):
            lit = (np.roll(lit, 1, axis) + 2 * lit + np.roll(lit, -1, axis)) / 4
    noisy = lit + rng.normal(0, rng.uniform(0, 8), lit.shape)
    picture = noisy.clip(0, 255).astype(np.uint8)
    return picture if rng.random() < 0.5 else open_picture(encode_jpeg(picture, int(rng.integers(40, 92))))
