"""What makes a photo hard to compare, read from its pixels."""

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.imaging import Box, Pixels, crop, fit

_SIDE = 256
_DARK = 45
"""Mean luminance, 0 to 255."""
_BLURRED = 25
"""Variance of the Laplacian of a part that is fitted into _SIDE pixels."""
_FEW_PIXELS = 200
_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)

SENTENCES: dict[str, str | Promise] = {
    "dark": _("It is dark there, so colours may be off. A photo in daylight finds more."),
    "blurred": _("It is blurred there, so details are lost. A sharper photo finds more."),
    "small": _("This photo is small (under 200 px), so details are lost. A larger one finds more."),
}


def hints(pixels: Pixels, box: Box, *, is_part: bool = False) -> list[str]:
    """Keys of SENTENCES that hold for the part of the photo under `box`.

    `is_part`: the pixels are that part already, so nothing is known of the photo's own size.
    """
    part = pixels if is_part else crop(pixels, box)
    grey = fit(part, _SIDE).astype(np.float32) @ _LUMA
    found = []
    if grey.mean() < _DARK:
        found.append("dark")
    elif _sharpness(grey) < _BLURRED:  # darkness has little to be sharp
        found.append("blurred")
    if not is_part and min(pixels.shape[:2]) < _FEW_PIXELS:
        found.append("small")
    return found


def _sharpness(grey: np.ndarray) -> float:
    """J. L. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000."""
    if min(grey.shape) < 3:
        return 0.0
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float((around - 4 * grey[1:-1, 1:-1]).var())
