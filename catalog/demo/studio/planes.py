"""Arithmetic on whole planes of pixels."""

import cv2
import numpy as np

from .camera import Plane

_LARGE = 5.0


def blurred(plane: Plane, sigma: float) -> Plane:
    """A Gaussian blur by so many pixels; a wide one is made on a smaller plane, where it costs less."""
    if sigma < 0.4:
        return plane
    if sigma < _LARGE:
        return np.asarray(cv2.GaussianBlur(plane, (0, 0), sigma), np.float32)
    height, width = plane.shape[:2]
    factor = 2 if sigma < 2.4 * _LARGE else 4
    size = (max(1, width // factor), max(1, height // factor))
    small = cv2.GaussianBlur(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / factor)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def shifted(plane: Plane, right: float, down: float) -> Plane:
    """Moved by so many pixels; what comes in is 0."""
    matrix = np.array([[1, 0, right], [0, 1, down]], np.float64)
    size = (plane.shape[1], plane.shape[0])
    return np.asarray(cv2.warpAffine(plane, matrix, size, flags=cv2.INTER_LINEAR), np.float32)


def slopes(height: Plane) -> tuple[Plane, Plane]:
    """How much it rises per pixel to the right and downwards."""
    across = cv2.Scharr(height, cv2.CV_32F, 1, 0, scale=1 / 32)
    down = cv2.Scharr(height, cv2.CV_32F, 0, 1, scale=1 / 32)
    return np.asarray(across, np.float32), np.asarray(down, np.float32)
