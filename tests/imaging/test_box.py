"""A box is four fractions inside the picture, whoever typed them."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.imaging import Box, BoxError
from catalog.imaging.box import SMALLEST

WRONG = {
    "not_a_box": [
        "",
        "1",
        "0,0,1",
        "0,0,1,1,1",
        "a,b,c,d",
        "0,0,1,",
        "nan,0,1,1",
        "0,0,inf,1",
        "0,0,1e999,1",
        "0;0;1;1",
    ],
    "outside": ["0.5,0,0.6,1", "0,0.5,1,0.6", "-0.1,0,0.5,0.5", "0,-0.1,0.5,0.5", "2,2,1,1", "0,0,100,100"],
    "inverted": ["0.5,0,-0.2,1", "0,0.5,1,-0.2", "0,0,0,1", "0,0,1,0"],
    "tiny": ["0,0,0.049,1", "0,0,1,0.049", "0.5,0.5,0.0001,0.0001", "1,1,0.0005,0.0005"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WRONG.items() for text in texts])
def test_refused(code: str, text: str) -> None:
    with pytest.raises(BoxError) as error:
        Box.parse(text)
    assert (error.value.code, error.value.status) == (code, 422)
    assert str(error.value).startswith("The area ")


@pytest.mark.parametrize("value", [None, True, [], {}, "", "1/2", b"0.5", 10**400, math.nan, -math.inf])
def test_fractions_of_unknown_origin(value: object) -> None:
    with pytest.raises(BoxError):
        Box.from_fractions(0, 0, value, 1)


def test_numbers_and_texts() -> None:
    assert Box.from_fractions("0.25", 0, 0.5, " 1 ") == Box(0.25, 0.0, 0.5, 1.0)


def test_whole() -> None:
    assert Box.whole() == Box(0, 0, 1, 1) == Box.parse("0,0,1,1")
    assert Box.whole().is_whole
    assert not Box(0, 0, 1, 0.99).is_whole


@pytest.mark.parametrize("text", ["-0.0009,0,1,1", "0,0,1.0009,1", "0.5005,0,0.5,1"])
def test_rounding_beyond_an_edge_is_clamped(text: str) -> None:
    box = Box.parse(text)
    assert min(box.x, box.y) >= 0
    assert max(box.x + box.width, box.y + box.height) <= 1


starts = st.floats(0, 1 - SMALLEST)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(starts), draw(starts)
    return Box(
        x, y, draw(st.floats(SMALLEST, max(SMALLEST, 1 - x))), draw(st.floats(SMALLEST, max(SMALLEST, 1 - y)))
    )


@given(boxes())
def test_a_link_keeps_the_box(box: Box) -> None:
    again = Box.parse(str(box))
    assert (again.x, again.y) == pytest.approx((box.x, box.y), abs=1e-4)
    assert (again.width, again.height) == pytest.approx((box.width, box.height), abs=2e-4)


@given(boxes(), st.integers(1, 5000), st.integers(1, 5000))
def test_a_box_always_covers_pixels_of_the_picture(box: Box, width: int, height: int) -> None:
    left, top, right, bottom = box.in_pixels(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == pytest.approx(box.width * width, abs=1.001)
    assert bottom - top == pytest.approx(box.height * height, abs=1.001)


@settings(max_examples=300)
@given(st.text() | st.lists(st.floats(), min_size=4, max_size=4).map(lambda four: ",".join(map(str, four))))
def test_no_text_does_harm(text: str) -> None:
    try:
        box = Box.parse(text)
    except BoxError:
        return
    assert min(box.width, box.height) >= SMALLEST - 1e-3
