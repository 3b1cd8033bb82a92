"""Boxes: overlap, leaving out doubles, staying inside of the picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from recommendations.regions.geometry import Rows, distinct, overlaps, within

unit = st.floats(0, 1, width=32)
corners = st.tuples(unit, unit, unit, unit)
anywhere = st.floats(-3, 4, width=32)


def rows(*boxes: tuple[float, ...]) -> Rows:
    return np.array(boxes, np.float32).reshape(-1, 4)


def ordered(box: tuple[float, float, float, float]) -> tuple[float, ...]:
    one, two, three, four = box
    return min(one, three), min(two, four), max(one, three), max(two, four)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 0, 1, 1), (0, 0, 1, 1), 1),
        ((0, 0, 1, 1), (0, 0, 0.5, 1), 0.5),
        ((0, 0, 0.5, 0.5), (0.25, 0.25, 0.75, 0.75), 1 / 7),
        ((0, 0, 0.5, 1), (0.5, 0, 1, 1), 0),
        ((0.2, 0.2, 0.2, 0.2), (0.2, 0.2, 0.2, 0.2), 0),
    ],
    ids=["same", "half", "corner", "touching", "points"],
)
def test_overlap(one: tuple[float, ...], other: tuple[float, ...], share: float) -> None:
    assert overlaps(rows(one), rows(other))[0, 0] == pytest.approx(share)


@given(st.lists(corners.map(ordered), min_size=1, max_size=5))
def test_overlap_is_mutual_and_at_most_whole(boxes: list[tuple[float, ...]]) -> None:
    shares = overlaps(rows(*boxes), rows(*boxes))
    assert_allclose(shares, shares.T, atol=1e-6)
    assert shares.min() >= 0
    assert shares.max() <= 1 + 1e-6


def test_of_two_on_the_same_place_the_better_stays() -> None:
    boxes = rows((0, 0, 0.5, 0.5), (0, 0, 0.5, 0.48), (0.5, 0.5, 1, 1))
    assert distinct(boxes, np.array([0.5, 0.9, 0.7], np.float32), most_overlap=0.5).tolist() == [1, 2]


def test_no_boxes_stay_none() -> None:
    assert distinct(rows(), np.zeros(0, np.float32), most_overlap=0.5).tolist() == []


@given(st.lists(st.tuples(corners.map(ordered), unit), max_size=8), unit)
def test_what_stays_is_distinct_and_what_goes_is_not(
    scored: list[tuple[tuple[float, ...], float]], most: float
) -> None:
    boxes, scores = rows(*(box for box, _ in scored)), np.array([score for _, score in scored], np.float32)
    kept = distinct(boxes, scores, most_overlap=most)
    shares = overlaps(boxes, boxes)
    for place, row in enumerate(kept):
        assert not (shares[row, kept[:place]] > most).any()
    for row in set(range(len(scored))) - set(kept.tolist()):
        better = [other for other in kept if scores[other] >= scores[row]]
        assert (shares[row, better] > most).any()


@given(st.lists(st.tuples(anywhere, anywhere, anywhere, anywhere).map(ordered), min_size=1, max_size=5))
def test_every_box_lies_within_the_picture_and_is_large_enough(boxes: list[tuple[float, ...]]) -> None:
    inside = within(rows(*boxes), least=0.1)
    assert inside.min() >= 0
    assert inside.max() <= 1 + 1e-6
    assert (inside[:, 2:] - inside[:, :2]).min() >= 0.1 - 1e-6


def test_a_box_within_is_left_alone() -> None:
    assert_allclose(within(rows((0.1, 0.2, 0.5, 0.9)), least=0.1), [[0.1, 0.2, 0.5, 0.9]], atol=1e-6)
