"""Too dark, blurred or small: said of the pixels that are searched, and only then."""

import numpy as np
import pytest
from django.test import Client

from catalog.imaging import Box, Pixels, encode_jpeg, resize
from catalog.models import Product
from recommendations.hints import hints

from .shop import file, post

CHECKED = np.kron(np.indices((16, 16)).sum(axis=0) % 2, np.ones((20, 20)))[..., None].repeat(3, axis=2)
SHARP: Pixels = (40 + 180 * CHECKED).astype(np.uint8)
DARK: Pixels = (SHARP // 8).astype(np.uint8)
BLURRED: Pixels = resize(resize(SHARP, 5, 5), 320, 320)


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [(SHARP, []), (DARK, ["dark"]), (BLURRED, ["blurred"]), (SHARP[:150, :150], ["small"])],
    ids=["fine", "dark", "blurred", "small"],
)
def test_what_is_said(pixels: Pixels, expected: list[str]) -> None:
    assert hints(pixels, Box.whole()) == expected


def test_only_the_searched_part_counts() -> None:
    half_dark = np.hstack([SHARP, DARK])
    assert hints(half_dark, Box(0, 0, 0.5, 1)) == []
    assert hints(half_dark, Box(0.5, 0, 0.5, 1)) == ["dark"]


def test_a_part_alone_is_not_called_a_small_photo() -> None:
    assert hints(SHARP[:150, :150], Box(0, 0, 0.2, 0.2), is_part=True) == []


@pytest.mark.django_db
def test_the_page_says_so_above_what_it_found(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": file(encode_jpeg(DARK))})
    assert "It is dark there" in found.page.with_class("photo-hint")[0].text
    assert found.tiles
    assert not post(client, {"photo": file(encode_jpeg(SHARP))}).page.with_class("photo-hint")
