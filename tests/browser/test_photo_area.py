"""What a script adds to the results of a photo search: drawing the part, and the photo staying in the tab."""

import numpy as np
import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from catalog.imaging import encode_jpeg
from tests.factories import make_pixels

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = pytest.mark.django_db(transaction=True)


def two_items() -> FilePayload:
    """The shirt of seed 2 on the left, of seed 7 on the right."""
    halves = [make_pixels(seed=seed, width=320, height=640) for seed in (2, 7)]
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": encode_jpeg(np.hstack(halves), 95)}


@pytest.fixture(params=[360, 1440])
def page(open_page: OpenPage, request: pytest.FixtureRequest) -> Page:
    """The results of a photo of two items, as a whole."""
    fill_shop()
    page = open_page(width=request.param)
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(two_items())
    expect(page.get_by_role("heading", level=1)).to_have_text("12 items like your photo")
    return page


def photo_of(page: Page) -> Locator:
    return page.get_by_role("img", name="Your photo")


def edge(page: Page, name: str) -> Locator:
    return page.get_by_label(f"{name} edge, %")


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Both in fractions of the photo as it is shown."""
    photo_of(page).scroll_into_view_if_needed()
    box = page.locator(".photo-area image").bounding_box()
    assert box is not None
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=5)
    page.mouse.up()


def search_this_part(page: Page) -> None:
    page.get_by_role("button", name="Search this part").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("12 items like this part of your photo")


def first_tile(page: Page) -> Locator:
    return page.get_by_role("article").first


def test_draw_a_part_and_search_it(page: Page) -> None:
    expect(page.get_by_role("button", name="Search this part")).to_be_hidden()
    drag(page, (0.52, 0.1), (0.98, 0.9))
    page.get_by_text("Fine-tune").click()
    expect(edge(page, "Left")).to_have_value("52")
    expect(edge(page, "Bottom")).to_have_value("90")
    search_this_part(page)
    expect(first_tile(page)).to_contain_text("Shirt 7")


def test_move_the_part_and_pull_its_corner(page: Page) -> None:
    page.get_by_text("Fine-tune").click()
    drag(page, (0.1, 0.1), (0.4, 0.5))
    drag(page, (0.25, 0.3), (0.65, 0.3))
    assert int(edge(page, "Left").input_value()) == pytest.approx(50, abs=2)
    assert int(edge(page, "Right").input_value()) == pytest.approx(80, abs=2)
    drag(page, (0.8, 0.5), (0.9, 0.8))
    assert int(edge(page, "Right").input_value()) == pytest.approx(90, abs=2)
    assert int(edge(page, "Bottom").input_value()) == pytest.approx(80, abs=2)
    assert int(edge(page, "Left").input_value()) == pytest.approx(50, abs=2)


def test_a_slip_of_the_mouse_is_still_a_part(page: Page) -> None:
    page.get_by_text("Fine-tune").click()
    drag(page, (0.5, 0.5), (0.51, 0.51))
    for low, high in (("Left", "Right"), ("Top", "Bottom")):
        assert int(edge(page, high).input_value()) - int(edge(page, low).input_value()) == 10


def test_type_the_edges(page: Page) -> None:
    page.get_by_text("Fine-tune").click()
    edge(page, "Right").fill("45")
    expect(page.locator(".photo-area__frame")).to_have_attribute("width", "45")
    search_this_part(page)
    expect(first_tile(page)).to_contain_text("Shirt 2")
    page.get_by_text("Fine-tune").click()
    page.get_by_role("button", name="Whole photo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("12 items like your photo")


def test_the_photo_outlives_reload_filters_and_back(page: Page) -> None:
    link = page.url
    page.reload()
    expect(photo_of(page)).to_be_visible()

    page.get_by_role("button", name="Remove filter: In stock only").click()
    expect(page).to_have_url(f"{link}?any=in_stock")
    expect(photo_of(page)).to_be_visible()

    first_tile(page).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shirt")
    page.go_back()
    expect(photo_of(page)).to_be_visible()
    drag(page, (0.52, 0.1), (0.98, 0.9))
    search_this_part(page)
    expect(first_tile(page)).to_contain_text("Shirt 7")


def test_another_tab_gets_the_results_but_no_photo(page: Page, open_page: OpenPage) -> None:
    other = open_page(width=1440)
    other.goto(page.url)
    expect(other.get_by_text("The photo stayed with its owner.")).to_be_visible()
    expect(photo_of(other)).to_have_count(0)
    assert other.get_by_role("article").all_inner_texts() == page.get_by_role("article").all_inner_texts()


def photos_kept(page: Page) -> int:
    return int(page.evaluate("Object.values(sessionStorage).filter((v) => v.includes('picture')).length"))


def test_forgetting_empties_the_tab_too(page: Page) -> None:
    assert photos_kept(page) == 1
    page.get_by_role("button", name="Forget now").click()
    expect(page.get_by_role("status")).to_contain_text("Forgotten.")
    assert photos_kept(page) == 0


def test_it_works_where_the_tab_may_keep_nothing(open_page: OpenPage) -> None:
    fill_shop()
    page = open_page(width=1440)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }"
    )
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(photo(seed=3))
    expect(page.get_by_role("heading", level=1)).to_have_text("12 items like your photo")
    expect(photo_of(page)).to_be_visible()
