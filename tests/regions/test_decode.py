"""From maps drawn by hand to regions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommendations.regions import KINDS, Region
from recommendations.regions.decode import MOST, regions_of
from tests.regions.maps import cell_of, draw, maps_of

SHIRT = ((0.2, 0.1, 0.7, 0.5), "upper", 0.9)
TROUSERS = ((0.25, 0.5, 0.65, 0.98), "lower", 0.8)
BAG = ((0.75, 0.5, 0.98, 0.8), "bag", 0.95)


def found(
    *goods: tuple[tuple[float, float, float, float], str, float], confident: float = 0.4
) -> list[Region]:
    return regions_of(maps_of(*goods), KINDS, confident=confident)


def edges(region: Region) -> list[float]:
    box = region.box
    return [box.x, box.y, box.x + box.width, box.y + box.height]


def test_one_hot_cell_is_one_region() -> None:
    (region,) = found(SHIRT)
    assert edges(region) == pytest.approx(SHIRT[0], abs=1e-6)
    assert region.kind == "upper"
    assert region.confidence == pytest.approx(0.9)


def test_nothing_hot_is_nothing_found() -> None:
    assert found() == []
    assert found((*SHIRT[:2], 0.39)) == []


def test_garments_come_first_the_larger_before_the_smaller() -> None:
    small_dress = ((0.02, 0.02, 0.15, 0.2), "dress", 0.99)
    assert [region.kind for region in found(BAG, small_dress, TROUSERS, SHIRT)] == [
        "upper",
        "lower",
        "dress",
        "bag",
    ]


def test_an_outfit_is_found_with_all_its_parts() -> None:
    regions = {region.kind: edges(region) for region in found(SHIRT, TROUSERS, BAG)}
    assert regions == {kind: pytest.approx(box, abs=1e-6) for box, kind, _ in (SHIRT, TROUSERS, BAG)}


def test_neighbouring_cells_of_one_good_are_one_region() -> None:
    maps = maps_of(SHIRT)
    row, column = cell_of(SHIRT[0])
    for down, right in ((0, 1), (1, 0), (0, 2)):
        draw(maps, SHIRT[0], "dress", 0.8, (row + down, column + right))
    (region,) = regions_of(maps, KINDS, confident=0.4)
    assert region.kind == "upper"


def test_two_peaks_with_one_box_are_one_region() -> None:
    maps = maps_of(SHIRT)
    row, column = cell_of(SHIRT[0])
    draw(maps, SHIRT[0], "dress", 0.95, (row - 2, column))
    (region,) = regions_of(maps, KINDS, confident=0.4)
    assert region.kind == "dress"


def test_a_photo_full_of_goods_offers_a_few() -> None:
    many = [
        ((x, y, x + 0.2, y + 0.2), "shoes", 0.5 + x / 10 + y / 3)
        for x in (0.0, 0.4, 0.75)
        for y in (0.0, 0.4, 0.75)
    ]
    regions = found(*many)
    assert len(regions) == MOST
    assert min(region.confidence for region in regions) >= sorted(heat for *_, heat in many)[-MOST] - 1e-6


@given(
    arrays(np.float32, (5, 5), elements=st.floats(0, 1, width=32)),
    arrays(np.float32, (5, 5, 4), elements=st.floats(0, 4, width=32)),
)
def test_whatever_the_maps_every_box_can_be_cropped_to(heat: np.ndarray, sides: np.ndarray) -> None:
    maps = {"heat": heat, "sides": sides, "kind": np.ones((5, 5, len(KINDS)), np.float32)}
    for region in regions_of(maps, KINDS, confident=0.2):
        left, top, right, bottom = edges(region)
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert min(right - left, bottom - top) >= 0.0999
        assert region.confidence >= 0.2
