"""Real photos as further scenes: their labels say what is in them, the network itself where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import keras
import numpy as np
from keras import ops
from numpy.random import Generator
from numpy.typing import NDArray

from catalog.imaging import Pixels, resize
from recommendations.regions import KINDS, Region
from recommendations.regions.decode import regions_of
from recommendations.training.labels import photo_types
from recommendations.training.regions.kinds import kind_of
from recommendations.training.regions.scenes import Scene, photographed
from recommendations.training.warp import single

SURE = 0.5
LARGE = 0.15
"""Least part of the photo that its one good fills: smaller ones are buttons and prints."""
CHUNK = 32


@dataclass(frozen=True)
class RealGood:
    """A photo of one good; `box`: left, top, right, bottom as fractions."""

    photo: Pixels
    box: tuple[float, float, float, float]
    kind: int


def photo_kind(label: str) -> int | None:
    """The row of KINDS that a photo's label stands for; None for a label that says nothing."""
    types = photo_types().get(label, ())
    return kind_of(types[0]) if types else None


def real_goods(
    network: keras.Model, photos: Sequence[Pixels], kinds: Sequence[int | None], side: int
) -> list[RealGood]:
    """The photos of a known kind in which the network is sure of one large good, and where it is."""
    known = [(photo, kind) for photo, kind in zip(photos, kinds, strict=True) if kind is not None]
    found = _found(network, [photo for photo, _ in known], side)
    return [
        RealGood(photo, _edges(regions[0]), kind)
        for (photo, kind), regions in zip(known, found, strict=True)
        if len(regions) == 1 and regions[0].box.width * regions[0].box.height >= LARGE
    ]


def real_scene(good: RealGood, side: int, rng: Generator) -> Scene:
    """The photo cropped anew around its good, mirrored or not, in another light."""
    height, width = good.photo.shape[:2]
    left, top, right, bottom = good.box
    start_x, end_x = _window(left, right, rng)
    start_y, end_y = _window(top, bottom, rng)
    rows = slice(int(start_y * height), max(int(start_y * height) + 1, int(end_y * height)))
    columns = slice(int(start_x * width), max(int(start_x * width) + 1, int(end_x * width)))
    picture = resize(good.photo[rows, columns], side, side)
    across = [(edge - start_x) / (end_x - start_x) for edge in (left, right)]
    down = [(edge - start_y) / (end_y - start_y) for edge in (top, bottom)]
    if rng.random() < 0.5:
        picture, across = picture[:, ::-1], [1 - across[1], 1 - across[0]]
    box = np.array([[across[0], down[0], across[1], down[1]]], np.float32).clip(0, 1)
    return Scene(photographed(single(picture), rng), box, np.array([good.kind], np.int64))


def _window(low: float, high: float, rng: Generator) -> tuple[float, float]:
    """From somewhere before the good to somewhere behind it."""
    return low * rng.uniform(0, 1), 1 - (1 - high) * rng.uniform(0, 1)


def _found(network: keras.Model, photos: Sequence[Pixels], side: int) -> Iterator[list[Region]]:
    for start in range(0, len(photos), CHUNK):
        pictures = np.stack([resize(photo, side, side) for photo in photos[start : start + CHUNK]])
        maps = network.predict_on_batch(pictures.astype(np.float32))
        heat = _numbers(ops.sigmoid(maps["heat"]))[..., 0]
        sides, kind = _numbers(maps["sides"]), _numbers(maps["kind"])
        for row in range(len(pictures)):
            seen = {"heat": heat[row], "sides": sides[row], "kind": kind[row]}
            yield regions_of(seen, KINDS, confident=SURE)


def _edges(region: Region) -> tuple[float, float, float, float]:
    box = region.box
    return box.x, box.y, box.x + box.width, box.y + box.height


def _numbers(tensor: object) -> NDArray[np.float32]:
    return np.asarray(ops.convert_to_numpy(tensor), np.float32)
