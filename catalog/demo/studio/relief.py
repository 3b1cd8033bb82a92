"""The surface of a piece, and how the studio's lamps light it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from .camera import Camera, Plane, Window
from .folds import Surface
from .outline import MIDDLE
from .piece import Piece
from .planes import blurred, slopes
from .weave import laid, texture

_KEY: Final = np.array([-0.46, -0.52, 0.72]) / np.linalg.norm([-0.46, -0.52, 0.72])
_FILL: Final = np.array([0.75, -0.1, 0.65]) / np.linalg.norm([0.75, -0.1, 0.65])
_HALF: Final = (_KEY + (0, 0, 1)) / np.linalg.norm(_KEY + (0, 0, 1))
_AMBIENT, _KEY_POWER, _FILL_POWER = 0.40, 0.66, 0.20
_FLAT: Final = float(_AMBIENT + _KEY_POWER * _KEY[2] + _FILL_POWER * _FILL[2])
_STITCH, _GAP = 4.6, 2.6


@dataclass(frozen=True)
class Lit:
    """`shade` multiplies the colour, 1 where a flat surface faces us; `gloss` is added white.

    `right` and `down` say by how many units the pattern is moved.
    """

    window: Window
    mask: Plane
    shade: Plane
    gloss: Plane
    right: Plane
    down: Plane
    threads: Plane | None


def lit(piece: Piece, camera: Camera) -> Lit | None:
    """None where the piece is out of the picture."""
    window = camera.window(piece.shapes, 4 + 2 * piece.feather)
    if window is None:
        return None
    mask = camera.mask(piece.shapes, window)
    height = _height(piece, camera, window, mask)
    threads = _threads(piece, camera, window)
    if threads is not None:
        height += 1.1 * threads
    hx, hy = slopes(height * np.float32(camera.scale))
    wx, wy, tone = texture(piece.weave, camera.scale, piece.sideways)
    cut = (window.left, window.top, window.width, window.height)
    nx, ny = -(hx + laid(wx, *cut)), -(hy + laid(wy, *cut))
    shade, gloss = _light(piece, nx, ny)
    hollow = blurred(height, 9 * camera.scale) - height
    shade *= np.clip(1 - 0.055 * hollow, 0.62, 1.1) * laid(tone, *cut) * np.float32(piece.light)
    gloss *= np.float32(piece.light)
    right, down = _flow(piece, camera, window, hx, hy)
    if piece.feather:
        mask = blurred(mask, piece.feather * camera.scale)
    return Lit(window, mask * np.float32(piece.opacity), shade, gloss, right, down, threads)


def _height(piece: Piece, camera: Camera, window: Window, mask: Plane) -> Plane:
    form = camera.mask((*piece.shapes, *piece.form), window) if piece.form else mask
    height = _dome(form, piece.depth, piece.bulge, camera.scale)
    surface = Surface(camera, window, mask)
    for fold in piece.folds:
        if (more := fold.height(surface)) is not None:
            height += more
    if piece.seams:
        groove = camera.strokes(piece.seams, 1.6, window)
        height -= 1.5 * blurred(groove, 0.7 * camera.scale) - 0.9 * blurred(groove, 2.6 * camera.scale)
    if piece.stitches:
        pulled = camera.strokes(piece.stitches, 2.0, window)
        height -= 1.3 * blurred(pulled, 1.3 * camera.scale)
    return height


def _dome(mask: Plane, depth: float, bulge: float, scale: float) -> Plane:
    padded = cv2.copyMakeBorder((mask > 0.5).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1]
    t = np.minimum(distance * np.float32(1 / (depth * scale)), 1)
    dome = t * (2 - t) * np.float32(bulge * depth / 2)
    # Without its edge, which must stay steep: a blur there would pull in the outside.
    return blurred(np.asarray(dome, np.float32), min(0.16 * depth, 9) * scale)


def _threads(piece: Piece, camera: Camera, window: Window) -> Plane | None:
    """The single stitches: 1 where there is thread."""
    if not piece.stitches:
        return None
    dashes = []
    for path in piece.stitches:
        lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
        starts = np.arange(1.0, lengths[-1] - _STITCH, _STITCH + _GAP)
        for start in starts:
            at = np.array([start, start + _STITCH])
            dashes.append(
                np.stack([np.interp(at, lengths, path[:, 0]), np.interp(at, lengths, path[:, 1])], 1)
            )
    return camera.strokes(tuple(dashes), 1.25, window) if dashes else None


def _light(piece: Piece, nx: Plane, ny: Plane) -> tuple[Plane, Plane]:
    length = 1 / np.sqrt(nx * nx + ny * ny + 1)
    nx, ny, nz = nx * length, ny * length, length
    key = np.maximum(nx * _f(_KEY[0]) + ny * _f(_KEY[1]) + nz * _f(_KEY[2]), 0)
    fill = np.maximum(nx * _f(_FILL[0]) + ny * _f(_FILL[1]) + nz * _f(_FILL[2]), 0)
    sky = _AMBIENT * (1 - 0.35 * ny) * (0.55 + 0.45 * nz)
    shade = (sky + _KEY_POWER * key + _FILL_POWER * fill) * _f(1 / _FLAT)
    rim = (1 - nz) * (1 - nz)
    gloss = _f(piece.sheen) * (rim * (0.4 + key) + _f(0.14) * (shade - _f(0.62)))
    if piece.gloss:
        half = np.maximum(nx * _f(_HALF[0]) + ny * _f(_HALF[1]) + nz * _f(_HALF[2]), 0)
        narrow = half * half
        narrow *= narrow
        narrow *= narrow
        wide = narrow
        narrow = narrow * narrow
        narrow = narrow * narrow
        gloss += _f(piece.gloss) * (0.75 * narrow * narrow + 0.25 * wide)
    return shade, gloss


def _flow(piece: Piece, camera: Camera, window: Window, hx: Plane, hy: Plane) -> tuple[Plane, Plane]:
    """The pattern is drawn into folds, and foreshortened where the piece turns away."""
    # No more than what a fold can hide: steep slopes would tear the pattern.
    steep = _f(-4.5) / np.sqrt(1 + hx * hx + hy * hy)
    right, down = hx * steep, hy * steep
    if piece.bend:
        x, _ = camera.grid(window)
        side = (x - _f(MIDDLE)) * _f(1 / 200)
        down = down - _f(piece.bend) * side * side
    return np.asarray(right, np.float32), np.asarray(down, np.float32)


def _f(number: float) -> np.float32:
    return np.float32(number)
