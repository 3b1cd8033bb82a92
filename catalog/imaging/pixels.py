"""What a picture is once it is open."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Upright sRGB, shape (height, width, 3). May be read-only: make a new array instead of writing into it."""
