"""CIELAB, and the dozen colours that a shop talks about."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

NAMED_COLOURS: dict[str, tuple[int, int, int]] = {
    "Black": (22, 22, 24),
    "Blue": (45, 95, 190),
    "White": (246, 246, 244),
    "Grey": (135, 135, 138),
    "Brown": (105, 68, 45),
    "Red": (195, 30, 40),
    "Green": (55, 130, 65),
    "Navy Blue": (32, 38, 78),
    "Purple": (115, 60, 145),
    "Pink": (235, 130, 170),
    "Beige": (215, 196, 165),
    "Yellow": (240, 205, 50),
    "Orange": (235, 120, 35),
}

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_D65 = np.array([0.95047, 1.0, 1.08883])


def _linear(values: FloatArray) -> FloatArray:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4).astype(np.float32)


_LINEAR = _linear(np.arange(256, dtype=np.float32) / np.float32(255))


def to_lab(rgb: NDArray[np.uint8]) -> FloatArray:
    """sRGB (..., 3) as CIELAB (..., 3): lightness 0 … 100, a and b around ±100."""
    ratios = _LINEAR[rgb] @ (_TO_XYZ / _D65[:, None]).T.astype(np.float32)
    curved = np.where(ratios > 216 / 24389, np.cbrt(ratios), (24389 / 27 * ratios + 16) / 116)
    x, y, z = curved[..., 0], curved[..., 1], curved[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)
