"""Reading a data set's pictures into memory, with what the frozen network sees in each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import PictureError, Pixels, open_picture, square
from recommendations.training.batches import Pictures
from recommendations.training.cutout import foreground
from recommendations.training.datasets import DatasetError, PhonePhoto, ProductShot
from recommendations.training.labels import right_labels
from recommendations.training.palette import PAINTS, palette

TEACHER_SIDE = 224
CHUNK = 64
LEVELS = ("late", "middle", "early")
Item = ProductShot | PhonePhoto
Rows = NDArray[np.float32]


def load_pictures(
    items: Sequence[Item],
    *,
    side: int,
    teacher: keras.Model,
    cut_out: bool,
    progress: Callable[[int], object],
) -> Pictures:
    """All readable pictures as squares of `side` pixels; `progress` is told how many more are done.

    Raises DatasetError when none can be read.
    """
    pixels: list[Pixels] = []
    seen: list[Mapping[str, Rows]] = []
    kept: list[Item] = []
    for start in range(0, len(items), CHUNK):
        chunk = items[start : start + CHUNK]
        large = [
            (item, square(picture, TEACHER_SIDE))
            for item in chunk
            if (picture := read_picture(item.path)) is not None
        ]
        kept += [item for item, _ in large]
        pixels += [square(picture, side) for _, picture in large]
        if large:
            seen.append(_levels(teacher, np.stack([picture for _, picture in large])))
        progress(len(chunk))
    if items and not kept:
        raise DatasetError("None of the pictures can be read.")
    cutouts = [foreground(picture) for picture in pixels] if cut_out else []
    palettes = [palette(picture, product) for picture, product in zip(pixels, cutouts, strict=False)]
    late, middle, early = (
        np.concatenate([one[level] for one in seen] or [np.empty((0, 0), np.float32)]) for level in LEVELS
    )
    painted = np.array(palettes or np.zeros((len(kept), len(PAINTS))), np.float32)
    return Pictures(
        pixels=pixels,
        right=[right_labels(item) for item in kept],
        groups=[item.group for item in kept],
        teacher=late,
        details=np.concatenate([middle, early, painted], axis=1),
        cutouts=cutouts,
        known={"palette": painted},
    )


def seen_by(backbone: keras.Model, pictures: NDArray[np.uint8]) -> Rows:
    """The backbone's last pooled features of pictures (n, side, side, 3), as (n, features)."""
    return _levels(backbone, pictures)["late"]


def _levels(backbone: keras.Model, pictures: NDArray[np.uint8]) -> Mapping[str, Rows]:
    seen = backbone.predict_on_batch(pictures.astype(np.float32))
    return {level: keras.ops.convert_to_numpy(seen[level]) for level in LEVELS}


def read_picture(path: Path) -> Pixels | None:
    """The picture, or None when it cannot be read."""
    try:
        return open_picture(path.read_bytes())
    except (PictureError, OSError):
        return None
