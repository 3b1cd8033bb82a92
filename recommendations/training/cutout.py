"""Finding the product on a studio shot's white ground."""

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels

WHITE = 240
SMALLEST_PRODUCT = 0.04


def foreground(picture: Pixels) -> NDArray[np.bool_]:
    """True where the product is, of shape (h, w): all that near-white does not join to the border.

    True everywhere when hardly anything would be left, as with a white product or an empty picture.
    """
    white = picture.min(axis=2) >= WHITE
    ground = np.zeros_like(white)
    ground[[0, -1]], ground[:, [0, -1]] = white[[0, -1]], white[:, [0, -1]]
    reached = -1
    while reached != (now := int(ground.sum())):
        reached = now
        for view, allowed in ((ground, white), (ground[::-1], white[::-1])):
            _spread_down(view, allowed)
            _spread_down(view.T, allowed.T)
        _spread_down(ground[:, ::-1].T, white[:, ::-1].T)
    product = ~_grown(ground)
    return product if product.mean() >= SMALLEST_PRODUCT else np.ones_like(product)


def _grown(ground: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """One pixel more on every side: a shot's edges are half white."""
    wider = ground.copy()
    wider[1:] |= ground[:-1]
    wider[:-1] |= ground[1:]
    wider[:, 1:] |= ground[:, :-1]
    wider[:, :-1] |= ground[:, 1:]
    return wider


def _spread_down(ground: NDArray[np.bool_], allowed: NDArray[np.bool_]) -> None:
    for row in range(1, len(ground)):
        ground[row] |= ground[row - 1] & allowed[row]
