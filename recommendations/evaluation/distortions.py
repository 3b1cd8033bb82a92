"""Phone-like photos of studio shots, to measure with. Written apart from the views that training makes."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, square
from recommendations.evaluation.boxes import WHOLE, Edges
from recommendations.evaluation.grounds import corner_of
from recommendations.evaluation.perspective import FloatPicture, Points, seen_at
from recommendations.evaluation.silhouette import silhouette

PHOTO_SIDE = 480
SHOT_SIDE = 320
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
NOISE = 6.0
SHOT_SQUARE = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (SHOT_SIDE / 2)


@dataclass(frozen=True)
class Distortion:
    """What happens to one shot; pixels are those of the photo."""

    scale: float
    turn: float
    """Degrees."""
    corner_moves: Points
    """Pixels right and down of each corner, (4, 2)."""
    brightness: float
    contrast: float
    colour: float
    cast: FloatPicture
    """A factor for red, green and blue."""
    blur: float
    """Standard deviation in pixels."""
    quality: int
    """Of the JPEG."""

    @classmethod
    def drawn(cls, rng: Generator) -> Self:
        """One at random within the bounds of the test."""
        return cls(
            scale=rng.uniform(0.7, 1.25),
            turn=rng.uniform(-25, 25),
            corner_moves=rng.uniform(-40, 40, (4, 2)),
            brightness=rng.uniform(0.6, 1.3),
            contrast=rng.uniform(0.7, 1.3),
            colour=rng.uniform(0.7, 1.3),
            cast=rng.uniform(0.88, 1.12, 3).astype(np.float32),
            blur=rng.uniform(0, 1.2),
            quality=int(rng.integers(45, 86)),
        )

    def corners(self) -> Points:
        """Where the shot's corners come to lie, (4, 2): scaled and turned about the middle, then moved."""
        angle = np.radians(self.turn)
        turning = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        level = SHOT_SQUARE * self.scale
        placed: Points = level @ turning.T + PHOTO_SIDE / 2 + self.corner_moves
        return placed


@dataclass(frozen=True)
class PhoneLike:
    """A JPEG file of PHOTO_SIDE pixels each way, and the edges of the product on it."""

    jpeg: bytes
    edges: Edges


def phone_like(shot: Pixels, photo: Pixels, *, seed: int) -> PhoneLike:
    """The shot's product on a corner of the photo, as a phone may see it. The same for the same seed."""
    rng = default_rng(seed)
    distortion = Distortion.drawn(rng)
    seen = seen_at(distortion.corners(), cut_out(square(shot, SHOT_SIDE)), PHOTO_SIDE)
    scene = pasted(seen, corner_of(photo, PHOTO_SIDE, rng))
    scene = _blurred(_lit(scene, distortion), distortion.blur)
    noisy = as_pixels(scene + rng.normal(0, NOISE, scene.shape))
    return PhoneLike(encode_jpeg(noisy, distortion.quality), _edges(seen[..., 3] >= 0.5))


def cut_out(shot: Pixels) -> FloatPicture:
    """The shot's colours where its product is, else 0; as a fourth channel the product's cover, 0 … 1."""
    cover = silhouette(shot)[..., None].astype(np.float32)
    return np.dstack([shot * cover, cover])


def pasted(product: FloatPicture, ground: FloatPicture) -> FloatPicture:
    """A cut-out product over a ground of the same size."""
    return product[..., :3] + ground * (1 - product[..., 3:])


def _lit(scene: FloatPicture, distortion: Distortion) -> FloatPicture:
    """Brightness, contrast about the mean grey, colour about each pixel's grey, and the lamp's cast."""
    bright = np.clip(scene * distortion.brightness, 0, 255)
    grey = float((bright @ LUMA).mean())
    crisp = np.clip(grey + (bright - grey) * distortion.contrast, 0, 255)
    greys = (crisp @ LUMA)[..., None]
    vivid: FloatPicture = greys + (crisp - greys) * distortion.colour
    return np.asarray(np.clip(vivid * distortion.cast, 0, 255))


def _blurred(scene: FloatPicture, deviation: float) -> FloatPicture:
    """A Gaussian blur."""
    reach = int(np.ceil(3 * deviation))
    bell = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * max(deviation, 1e-6) ** 2))
    bell /= bell.sum()
    for _ in range(2):
        padded = np.pad(scene, ((reach, reach), (0, 0), (0, 0)), mode="edge")
        rows = len(scene)
        parts = [weight * padded[start : start + rows] for start, weight in enumerate(bell.tolist())]
        scene = np.sum(parts, axis=0).swapaxes(0, 1)
    return scene


def _edges(product: NDArray[np.bool_]) -> Edges:
    """Of what is left of the product within the photo; the whole photo's when nothing is."""
    rows, columns = np.flatnonzero(product.any(axis=1)), np.flatnonzero(product.any(axis=0))
    if not len(rows):
        return WHOLE
    side = len(product)
    return columns[0] / side, rows[0] / side, (columns[-1] + 1) / side, (rows[-1] + 1) / side


def as_pixels(scene: NDArray[np.floating[Any]]) -> Pixels:
    """Rounded and kept within 0 … 255."""
    return np.asarray(np.clip(np.rint(scene), 0, 255), np.uint8)
