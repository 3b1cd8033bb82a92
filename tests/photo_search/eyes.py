"""The tests' encoder, as one that tells what it makes of each patch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.encoders import histogram
from recommendations.encoders.histogram import HistogramEncoder
from recommendations.selectors import encoders

GRID = 4
PATCH = 64
_STARTS = range(0, GRID * PATCH, PATCH)


@contextmanager
def eyes_for_patches() -> Iterator[None]:
    """The histogram of each of 4 x 4 patches, as the shop's encoder."""
    card = replace(histogram.CARD, patches=(GRID, GRID, histogram.CARD.dimension))
    encoders._card.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(histogram, "CARD", card)
        patch.setattr(HistogramEncoder, "card", card)
        patch.setattr(HistogramEncoder, "patches", _patches)
        yield
    encoders._card.cache_clear()


def _patches(eyes: HistogramEncoder, picture: Pixels) -> NDArray[np.float32]:
    seen = square(picture, GRID * PATCH)
    cut = [seen[top : top + PATCH, left : left + PATCH] for top in _STARTS for left in _STARTS]
    return eyes.encode(cut).vectors.reshape(GRID, GRID, -1)
