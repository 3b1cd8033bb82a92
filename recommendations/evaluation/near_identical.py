"""Pictures that are the same to the eye, though not to the byte: saved again, scaled, retouched."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, resize

SIDE = 16
BITS = SIDE * SIDE
FARTHEST_BITS = 6
FARTHEST_LEVELS = 8.0
"""Both by eye: beyond them are ever more other goods, such as ties and sunglasses laid out alike."""
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
CHUNK = 512


@dataclass(frozen=True)
class Fingerprints:
    """What is compared of n pictures."""

    hashes: NDArray[np.float32]
    """(n, BITS) difference hashes: 1 where the picture grows brighter from left to right, else −1."""
    thumbnails: NDArray[np.float32]
    """(n, numbers) of 0 … 255: each picture very small, in colour."""

    def __getitem__(self, rows: NDArray[np.bool_]) -> "Fingerprints":
        return Fingerprints(self.hashes[rows], self.thumbnails[rows])


def fingerprints(pictures: Iterable[Pixels]) -> Fingerprints:
    """The fingerprints of the pictures, which are read one at a time."""
    small = np.array([resize(picture, SIDE + 1, SIDE) for picture in pictures], np.float32)
    small = small.reshape(-1, SIDE, SIDE + 1, 3)
    signs = np.where(np.diff(small @ LUMA, axis=2) > 0, 1, -1).astype(np.float32)
    return Fingerprints(signs.reshape(-1, BITS), small.reshape(-1, SIDE * (SIDE + 1) * 3))


def near_identical(pictures: Fingerprints, others: Fingerprints) -> NDArray[np.bool_]:
    """For each picture whether any of the others is nearly the same: by hash and by colour."""
    twins = np.zeros(len(pictures.hashes), np.bool_)
    for start in range(0, len(twins), CHUNK):
        rows = slice(start, start + CHUNK)
        differing_bits = (BITS - pictures.hashes[rows] @ others.hashes.T) / 2
        for row, other in zip(*np.nonzero(differing_bits <= FARTHEST_BITS), strict=True):
            difference = pictures.thumbnails[start + row] - others.thumbnails[other]
            twins[start + row] |= np.sqrt(np.mean(difference**2)) <= FARTHEST_LEVELS
    return twins
