"""Each tile of a photo's results says why it is there, on the photo or on the strip that takes its place."""

from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import FilePayload, expect

from catalog.imaging import encode_jpeg
from tests.factories import make_pixels
from tests.photo_search.eyes import eyes_for_patches

from .conftest import OpenPage
from .shop import fill_shop

pytestmark = pytest.mark.django_db(transaction=True)

SAID = "Most alike in the searched part: "


@pytest.fixture
def eyes() -> Iterator[None]:
    with eyes_for_patches():
        yield


def two_items() -> FilePayload:
    """The shirt of seed 2 on the left, of seed 7 on the right."""
    halves = [make_pixels(seed=seed, width=200, height=400) for seed in (2, 7)]
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": encode_jpeg(np.hstack(halves), 95)}


@pytest.mark.parametrize("width", [360, 1440])
def test_where_the_photo_is_like_a_tile(open_page: OpenPage, eyes: None, width: int) -> None:
    fill_shop()
    page = open_page(width=width)
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(two_items())
    first, second = (page.locator(".photo-why").nth(row) for row in range(2))
    said = page.locator("#photo-said")
    expect(said).to_contain_text("12 items")
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(said).to_contain_text(SAID)
    heard = {said.inner_text()}
    second.click()
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(first).to_have_attribute("aria-pressed", "false")
    heard.add(said.inner_text())
    assert [any(side in text for text in heard) for side in ("left", "right")] == [True, True]
    shown = page.locator(".photo-strip .photo-why__said" if width == 360 else ".photo-area .photo-why__said")
    expect(shown).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".photo-why__said")).to_have_count(0)
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    (page.locator("[data-why-end]") if width == 360 else first).click()
    expect(page.locator(".photo-why__said")).to_have_count(0)
    expect(first).to_be_focused()
