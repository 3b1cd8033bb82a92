import pytest

from recommendations.evaluation.boxes import WHOLE, overlap


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((0.0, 0.0, 0.5, 0.5), 1),
        ((0.25, 0.0, 0.75, 0.5), 1 / 3),
        ((0.25, 0.25, 0.75, 0.75), 1 / 7),
        ((0.1, 0.1, 0.3, 0.3), 0.16),
        ((0.5, 0.0, 1.0, 0.5), 0),
        ((0.6, 0.6, 0.9, 0.9), 0),
        (WHOLE, 0.25),
    ],
)
def test_shared_area_over_the_area_of_both(other: tuple[float, float, float, float], expected: float) -> None:
    assert overlap((0.0, 0.0, 0.5, 0.5), other) == pytest.approx(expected)
    assert overlap(other, (0.0, 0.0, 0.5, 0.5)) == pytest.approx(expected)


def test_boxes_without_area_share_nothing() -> None:
    assert overlap((0.5, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)) == 0
