"""What each patch adds to the likeness of two pictures."""

import numpy as np

from recommendations.edges import Edges
from recommendations.heat import Heat, heat_of

LOOKS = np.array([0.6, 0.8], np.float32)


def heat(added: list[list[float]], *, height: int = 90, width: int = 90) -> Heat | None:
    return heat_of(np.array(added, np.float32)[..., None] * LOOKS, LOOKS, height=height, width=width)


def test_the_most_is_one_and_less_than_nothing_is_nothing() -> None:
    assert heat([[0.2, 0.4], [-1, 0]]) == Heat(
        [[0.5, 1], [0, 0]], Edges(0, 0, 100, 100), Edges(50, 0, 100, 50)
    )


def test_what_lies_beside_the_picture_is_never_best() -> None:
    found = heat([[0, 0, 0], [9, 1, 9], [0, 0.5, 0]], width=30)
    assert found == Heat([[0, 0, 0], [1, 1, 1], [0, 0.5, 0]], Edges(-100, 0, 200, 100), Edges(0, 33, 100, 67))


def test_a_patch_counts_by_what_of_it_is_in_the_picture() -> None:
    found = heat([[3, 1, 0], [0, 0, 0], [0, 0, 0]], width=45)
    assert found
    assert found.frame == Edges(-50, 0, 150, 100)
    assert found.best == Edges(17, 0, 83, 33), "a quarter of the first is not enough"


def test_pictures_that_are_not_alike() -> None:
    assert heat([[-1, -0.5], [0, -2]]) is None
