"""Phone-like photos of studio shots, for measuring. Apart from the views that are trained on, on purpose:

other grounds, another kind of perspective, a shadow and JPEG loss.
"""

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture
from recommendations.training.cutout import foreground
from recommendations.training.warp import FloatPicture, Homography, single, warp

LARGEST_TURN = 25.0
CORNER_SLACK = 0.16


def phone_like(shot: Pixels, *, seed: int, side: int = 256) -> Pixels:
    """The product as a phone might see it, of shape (side, side, 3). The same for the same seed."""
    rng = default_rng(seed)
    layers = np.dstack([shot, foreground(shot).astype(np.uint8) * np.uint8(255)])
    seen = warp(layers, _view(rng), side, 0.0)
    cover = _smooth(single(seen[..., 3] / 255), 1)[..., None]
    ground = _floor(side, rng) if rng.random() < 0.5 else _sheet(side, rng)
    scene = seen[..., :3] * cover + _shadowed(ground, cover, rng) * (1 - cover)
    return _as_jpeg(_through_lens(scene, rng), int(rng.integers(45, 85)))


def _view(rng: Generator) -> Homography:
    """From the photo's square to the shot's: each corner of the shot lands near its place, then turns."""
    angle = np.radians(rng.uniform(-LARGEST_TURN, LARGEST_TURN))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64)
    seen = corners * rng.uniform(0.62, 0.95) + rng.uniform(-CORNER_SLACK, CORNER_SLACK, (4, 2))
    return _homography(seen @ turn.T + rng.uniform(-0.1, 0.1, 2), corners)


def _homography(source: NDArray[np.float64], target: NDArray[np.float64]) -> Homography:
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    solved = np.linalg.solve(np.array(rows), np.array(values))
    matrix: Homography = np.append(solved, 1).reshape(3, 3)
    return matrix


def _floor(side: int, rng: Generator) -> FloatPicture:
    """Boards of wood: each with a tone of its own, a grain along it and a dark joint."""
    wood = np.array(
        [[176, 132, 88], [120, 82, 52], [205, 172, 128], [96, 90, 86]][int(rng.integers(4))], np.float32
    )
    width = int(rng.integers(24, 70))
    across, along = np.arange(side)[:, None], np.arange(side)[None, :]
    board = across // width
    tone = rng.normal(0, 9, side // width + 2)[board]
    grain = 5 * np.sin(across * rng.uniform(0.5, 1.4) + np.sin(along / rng.uniform(20, 60)) * 3)
    joint = np.where(across % width < 2, -45, 0)
    floor = wood + (tone + grain + joint)[..., None] + rng.normal(0, 3, (side, side, 1))
    floor = floor if rng.random() < 0.5 else floor.swapaxes(0, 1)
    return single(np.clip(floor, 0, 255))


def _sheet(side: int, rng: Generator) -> FloatPicture:
    """A cloth with soft folds, of a pale or a strong colour."""
    colour = rng.uniform(170, 240, 3) if rng.random() < 0.6 else rng.uniform(20, 220, 3)
    y, x = np.mgrid[0:side, 0:side] / side
    folds = sum(
        rng.uniform(3, 12)
        * np.sin(rng.uniform(4, 18) * (x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1)) + phase)
        for phase in rng.uniform(0, 6, 4)
    )
    weave = rng.normal(0, 4, (side, side))
    return single(np.clip(colour + (folds + weave)[..., None], 0, 255))


def _shadowed(ground: FloatPicture, cover: FloatPicture, rng: Generator) -> FloatPicture:
    reach = int(rng.integers(3, 12))
    shadow = _smooth(np.roll(cover[..., 0], (reach, int(rng.integers(-reach, reach + 1))), (0, 1)), 7)
    return single(ground * (1 - rng.uniform(0.15, 0.5) * shadow[..., None]))


def _through_lens(scene: FloatPicture, rng: Generator) -> FloatPicture:
    """Lamp light, fall-off to one side, a shaky hand, noise."""
    warm = rng.uniform(-0.12, 0.12)
    cast = np.array([1 + warm, 1 + rng.uniform(-0.03, 0.03), 1 - warm], np.float32)
    falling = 1 + rng.uniform(-0.2, 0.2) * np.linspace(-1, 1, scene.shape[1], dtype=np.float32)[None, :, None]
    lit = single(np.clip(scene * cast * falling * rng.uniform(0.7, 1.15), 0, 255))
    blurred = np.dstack([_smooth(lit[..., channel], int(rng.integers(0, 3))) for channel in range(3)])
    return single(blurred + rng.normal(0, rng.uniform(1, 8), blurred.shape))


def _smooth(layer: FloatPicture, radius: int) -> FloatPicture:
    """Box blur, twice: nearly a Gaussian."""
    for _ in range(2 if radius else 0):
        layer = _box_blurred(_box_blurred(layer, radius).T, radius).T
    return layer


def _box_blurred(layer: FloatPicture, radius: int) -> FloatPicture:
    padded = np.pad(layer, [(radius + 1, radius), (0, 0)], mode="edge").cumsum(axis=0, dtype=np.float64)
    width = 2 * radius + 1
    return single((padded[width:] - padded[:-width]) / width)


def _as_jpeg(scene: FloatPicture, quality: int) -> Pixels:
    return open_picture(encode_jpeg(np.clip(scene, 0, 255).astype(np.uint8), quality))
