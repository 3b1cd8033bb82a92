"""The exposed plate: everything about a picture but its colours, so that one drawing serves many of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from .camera import Camera, Plane
from .piece import Piece
from .planes import blurred, shifted
from .relief import Lit, lit

THREAD = "thread"


@dataclass
class Plate:
    """Whole-picture planes. `paints` has how much of each paint there is; they add up to `alpha`.

    `turns` are the angles, in degrees, under which the patterns of each pixel lie.
    """

    camera: Camera
    alpha: Plane
    shade: Plane
    gloss: Plane
    right: Plane
    down: Plane
    turn: Plane
    paints: dict[str, Plane] = field(default_factory=dict)
    _extents: dict[str, tuple[slice, slice]] = field(default_factory=dict)

    def extent(self, paint: str) -> tuple[slice, slice]:
        """The part of the picture that has any of the paint."""
        if paint not in self._extents:
            left, top, width, height = cv2.boundingRect((self.paints[paint] > 0).astype(np.uint8))
            self._extents[paint] = slice(top, top + height), slice(left, left + width)
        return self._extents[paint]


def expose(camera: Camera, pieces: Iterable[Piece]) -> Plate:
    """Puts the pieces on top of each other, the first one lowest."""
    size = (camera.height, camera.width)
    alpha, shade, gloss, right, down, turn = (np.zeros(size, np.float32) for _ in range(6))
    plate = Plate(camera, alpha, shade, gloss, right, down, turn)
    for piece in pieces:
        surface = lit(piece, camera)
        if surface is not None:
            _cast_shadow(plate, piece)
            _put(plate, piece, surface)
    return plate


def _cast_shadow(plate: Plate, piece: Piece) -> None:
    if not piece.shadow or not plate.paints:
        return
    camera = plate.camera
    window = camera.window(piece.shapes, piece.reach * 3)
    if window is None:
        return
    mask = camera.mask(piece.shapes, window)
    reach = piece.reach * camera.scale
    fall = shifted(blurred(mask, reach * 0.7), reach * 0.55, reach * 0.8)
    near = blurred(mask, reach * 0.25)
    darker = 1 - np.float32(piece.shadow) * np.maximum(fall, near * np.float32(0.8))
    plate.shade[window.cut] *= darker
    plate.gloss[window.cut] *= darker


def _put(plate: Plate, piece: Piece, surface: Lit) -> None:
    cut, mask = surface.window.cut, surface.mask
    rest = 1 - mask
    new = (surface.shade, surface.gloss, surface.right, surface.down)
    for plane, values in zip((plate.shade, plate.gloss, plate.right, plate.down), new, strict=True):
        plane[cut] = plane[cut] * rest + values * mask
    plate.turn[cut] = np.where(mask > 0.5, np.float32(piece.turn), plate.turn[cut])
    plate.alpha[cut] = plate.alpha[cut] * rest + mask
    for paint in plate.paints.values():
        paint[cut] *= rest
    if surface.threads is not None and piece.thread:
        threads = surface.threads * mask
        _paint(plate, piece.thread)[cut] += threads
        _paint(plate, piece.paint)[cut] += mask - threads
    else:
        _paint(plate, piece.paint)[cut] += mask


def _paint(plate: Plate, name: str) -> npt.NDArray[np.float32]:
    if name not in plate.paints:
        plate.paints[name] = np.zeros_like(plate.alpha)
    return plate.paints[name]
