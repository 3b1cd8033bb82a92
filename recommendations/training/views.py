"""What one picture can look like: the variations that the network learns to see through.

Every view is of shape (side, side, 3), float32, 0 … 255, and depends on nothing but its arguments.
"""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture
from recommendations.training.warp import FloatPicture, placement, single, warp

WHITE = 255.0


def studio_view(shot: Pixels, side: int, rng: Generator) -> FloatPicture:
    """The shot as another shop might place it on its white ground."""
    placed = placement(
        turn=rng.normal(0, 3),
        scale=rng.uniform(0.8, 1.12),
        aspect=rng.uniform(0.92, 1.08),
        shift=(rng.uniform(-0.08, 0.08), rng.uniform(-0.08, 0.08)),
        tilt=(0, 0),
        mirror=rng.random() < 0.5,
    )
    return _lit(warp(shot, placed, side, WHITE), rng, cast=0.03, brightness=0.06)


def photo_view(photo: Pixels, side: int, rng: Generator) -> FloatPicture:
    """The phone photo, held otherwise and closer."""
    placed = placement(
        turn=rng.normal(0, 10),
        scale=rng.uniform(0.9, 1.7),
        aspect=rng.uniform(0.85, 1.18),
        shift=(rng.uniform(-0.15, 0.15), rng.uniform(-0.15, 0.15)),
        tilt=(0, 0),
        mirror=rng.random() < 0.5,
    )
    return _lit(warp(photo, placed, side, WHITE), rng, cast=0.08, brightness=0.2)


def phone_view(
    shot: Pixels, product: NDArray[np.bool_], ground_photo: Pixels, side: int, rng: Generator
) -> FloatPicture:
    """The product as a phone would see it: cut out, elsewhere, near or far, turned, tilted, badly lit."""
    placed = placement(
        turn=rng.uniform(-30, 30),
        scale=float(np.exp(rng.uniform(np.log(0.42), np.log(1.2)))),
        aspect=rng.uniform(0.85, 1.18),
        shift=(rng.uniform(-0.2, 0.2), rng.uniform(-0.2, 0.2)),
        tilt=(rng.uniform(-0.22, 0.22), rng.uniform(-0.22, 0.22)),
        mirror=False,
    )
    layered = np.dstack([shot, product.astype(np.uint8) * np.uint8(255)])
    layered = layered if rng.random() > 0.1 else np.dstack([shot, np.full_like(shot[..., 0], 255)])
    seen = warp(layered, placed, side, 0.0)
    cover = seen[..., 3:] / 255
    scene = single(seen[..., :3] * cover + _ground(ground_photo, side, rng) * (1 - cover))
    scene = _lit(_saturated(scene, rng.uniform(0.65, 1.35)), rng, cast=0.14, brightness=0.35)
    scene = _blurred(scene, rng)
    noisy = scene + rng.normal(0, rng.uniform(0, 10), scene.shape).astype(np.float32)
    return _stored(np.clip(noisy, 0, 255), rng)


def _ground(photo: Pixels, side: int, rng: Generator) -> FloatPicture:
    """A corner of a photo, a plain colour, or a soft pattern."""
    kind = rng.random()
    if kind < 0.5:
        return _photo_corner(photo, side, rng)
    colour = rng.uniform(20, 255, 3) if kind < 0.7 else rng.uniform(90, 250) + rng.normal(0, 14, 3)
    texture = rng.normal(0, rng.uniform(2, 30), (int(rng.integers(2, 24)), int(rng.integers(2, 24)), 3))
    cells = np.clip(colour + texture, 0, 255).astype(np.uint8)
    whole = placement(turn=rng.uniform(-45, 45), scale=1.5, aspect=1, shift=(0, 0), tilt=(0, 0), mirror=False)
    return warp(cells, whole, side, float(colour.mean()))


def _photo_corner(photo: Pixels, side: int, rng: Generator) -> FloatPicture:
    inside = np.flatnonzero((photo < 250).any(axis=(1, 2)))
    across = np.flatnonzero((photo < 250).any(axis=(0, 2)))
    if len(inside) < 8 or len(across) < 8:
        return np.full((side, side, 3), rng.uniform(60, 240), np.float32)
    body = photo[inside[0] : inside[-1] + 1, across[0] : across[-1] + 1]
    height, width = (max(4, int(length * rng.uniform(0.15, 0.35))) for length in body.shape[:2])
    corner = body[:height] if rng.random() < 0.5 else body[-height:]
    corner = corner[:, :width] if rng.random() < 0.5 else corner[:, -width:]
    level = placement(turn=0, scale=1.05, aspect=1, shift=(0, 0), tilt=(0, 0), mirror=rng.random() < 0.5)
    return warp(corner, level, side, float(corner.mean()))


def _lit(picture: FloatPicture, rng: Generator, *, cast: float, brightness: float) -> FloatPicture:
    gain = (1 + rng.uniform(-brightness, brightness)) * (1 + rng.uniform(-cast, cast, 3))
    contrast = 1 + rng.uniform(-brightness, brightness) / 2
    lit = (picture - 128) * contrast + 128
    return single(np.clip(lit * gain, 0, 255))


def _saturated(picture: FloatPicture, amount: float) -> FloatPicture:
    grey = picture.mean(axis=2, keepdims=True)
    return single(grey + (picture - grey) * amount)


def _stored(picture: FloatPicture, rng: Generator) -> FloatPicture:
    """As a JPEG file keeps it, half of the time."""
    if rng.random() < 0.5:
        return single(picture)
    return single(open_picture(encode_jpeg(picture.astype(np.uint8), int(rng.integers(40, 92)))))


def _blurred(picture: FloatPicture, rng: Generator) -> FloatPicture:
    for _ in range(int(rng.integers(0, 4))):
        for axis in (0, 1):
            picture = single((np.roll(picture, 1, axis) + 2 * picture + np.roll(picture, -1, axis)) / 4)
    return picture
