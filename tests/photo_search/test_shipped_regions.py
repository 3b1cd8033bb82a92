"""The shipped finder of goods, from the upload to the page."""

import numpy as np
import pytest
from django.test import Client
from pytest_django import Settings

from catalog.imaging import Pixels, encode_jpeg
from catalog.models import Product
from recommendations.models import PhotoQuery

from .shop import file, post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shipped(settings: Settings) -> None:
    settings.VITRINE_REGIONS = "regions-1"


def sheet() -> Pixels:
    """A pale sheet, 600 × 450."""
    noise = np.random.default_rng(3).integers(0, 12, (600, 450, 3), dtype=np.uint8)
    return noise + np.array([205, 200, 190], np.uint8)


def shirt_on_sheet() -> Pixels:
    """A drawn T-shirt from a fifth to two thirds across and from a third to two thirds down."""
    picture = sheet()
    picture[200:400, 140:250] = picture[200:260, 90:300] = (120, 24, 34)
    return picture


def test_the_shirt_is_searched_and_not_the_sheet(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": file(encode_jpeg(shirt_on_sheet(), 90))})
    assert found.status == 200
    left, top, width, height = PhotoQuery.objects.get().box
    assert (left, top) == pytest.approx((90 / 450, 200 / 600), abs=0.06)
    assert (left + width, top + height) == pytest.approx((300 / 450, 400 / 600), abs=0.06)
    assert len(found.chosen) == 1
    assert list(found.regions)[-1] == "Whole photo"


def test_an_empty_sheet_is_admitted(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": file(encode_jpeg(sheet(), 90))})
    assert PhotoQuery.objects.count() <= 1
    assert list(found.regions) == ["Whole photo"]
    assert "We could not tell which item you mean. Move the box over it." in found.response.content.decode()
