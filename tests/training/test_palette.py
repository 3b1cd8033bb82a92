import numpy as np
import pytest

from recommendations.training.palette import PAINTS, palette

WHOLE = np.ones((20, 20), bool)


def filled(*colours: tuple[int, int, int]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.repeat(np.array(colours, np.uint8), 400 // len(colours), axis=0).reshape(20, 20, 3)


def test_it_is_a_unit_row_of_one_number_for_each_paint() -> None:
    row = palette(filled((200, 30, 40), (20, 20, 20)), WHOLE)
    assert row.shape == (len(PAINTS),)
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-6)


def test_black_is_the_darkest_grey() -> None:
    assert palette(filled((18, 18, 18)), WHOLE).argmax() == 0


def test_red_is_nearer_to_dark_red_than_to_blue() -> None:
    red, dark, blue = (
        palette(filled(colour), WHOLE) for colour in ((200, 30, 40), (140, 20, 30), (40, 60, 190))
    )
    assert red @ dark > red @ blue + 0.3


def test_only_the_product_counts() -> None:
    product = np.zeros((20, 20), bool)
    product[:10] = True
    half = filled((200, 30, 40), (40, 60, 190))
    assert palette(half, product) == pytest.approx(palette(filled((200, 30, 40)), WHOLE), abs=1e-5)
