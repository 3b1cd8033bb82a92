"""How a photo gets into a search: library, camera, drop, paste, a product's picture; and on a phone."""

import base64

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories import make_jpeg

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = pytest.mark.django_db(transaction=True)

HAND_OVER = """([data, type]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], 'photo.jpg', { type: 'image/jpeg' }));
  const init = { bubbles: true, cancelable: true };
  const event = type === 'paste'
    ? new ClipboardEvent('paste', { ...init, clipboardData: transfer })
    : new DragEvent('drop', { ...init, dataTransfer: transfer });
  document.querySelector('main').dispatchEvent(event);
}"""


def hand_over(page: Page, way: str, *, seed: int) -> None:
    data = base64.b64encode(make_jpeg(seed=seed, width=480, height=640)).decode()
    page.evaluate(HAND_OVER, [data, way])


def first_tile(page: Page) -> Locator:
    return page.get_by_role("article").first


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    fill_shop()
    page = open_page(width=1440)
    page.goto("/visual-search/")
    return page


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_dropped_or_pasted_anywhere(page: Page, way: str) -> None:
    hand_over(page, way, seed=5)
    expect(first_tile(page)).to_contain_text("Shirt 5")
    hand_over(page, way, seed=8)
    expect(first_tile(page)).to_contain_text("Shirt 8")


def test_from_the_camera(page: Page) -> None:
    page.locator("#photo-camera").set_input_files(photo(seed=6))
    expect(first_tile(page)).to_contain_text("Shirt 6")


def test_what_this_browser_cannot_open_goes_to_the_server(page: Page) -> None:
    page.get_by_label("Choose a photo").set_input_files(
        {"name": "photo.heic", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic" + bytes(64)}
    )
    expect(page.get_by_role("alert")).to_contain_text("We could not open this photo.")
    page.goto("/visual-search/")  # and this one it can show, as far as it goes
    page.get_by_label("Choose a photo").set_input_files(
        {"name": "cut.jpg", "mimeType": "image/jpeg", "buffer": make_jpeg(width=300, height=300)[:2000]}
    )
    expect(page.get_by_role("alert")).to_contain_text("We could not open this photo.")


def test_what_is_no_photo_is_not_sent(page: Page) -> None:
    page.get_by_label("Choose a photo").set_input_files(
        {"name": "photo.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    expect(page.locator("#photo-progress")).to_contain_text("Use a JPEG, PNG, WebP or HEIC photo.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search with a photo")


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_with_a_products_picture(open_page: OpenPage, javascript: bool) -> None:
    shirts = fill_shop()
    page = open_page(width=360, javascript=javascript)
    page.goto(shirts[4].get_absolute_url())
    page.get_by_role("button", name="Search with this picture").click()
    expect(first_tile(page)).to_contain_text("Shirt 4")
    expect(page.get_by_role("img", name="Your photo")).to_be_visible()


def test_the_privacy_line_stands_above_the_buttons(page: Page) -> None:
    privacy = page.get_by_text("is used for this search only").bounding_box()
    button = page.locator("label[for=photo]").bounding_box()
    assert privacy is not None
    assert button is not None
    assert privacy["y"] + privacy["height"] <= button["y"]


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    fill_shop()
    phone = open_page(width=360, phone=True)
    phone.goto("/visual-search/")
    phone.get_by_label("Choose a photo").set_input_files(photo(seed=3))
    expect(first_tile(phone)).to_contain_text("Shirt 3")
    return phone


def touch(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """One finger, as the browser itself takes it: a scroll where the page may scroll."""
    session = page.context.new_cdp_session(page)
    steps = 8
    for kind, share in [("touchStart", 0.0), *(("touchMove", n / steps) for n in range(1, steps + 1))]:
        point = {axis: start[n] + share * (end[n] - start[n]) for n, axis in enumerate("xy")}
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_pulls_a_corner_and_moves_the_box(phone: Page) -> None:
    stage = phone.locator(".photo-area__stage").bounding_box()
    assert stage is not None
    right, bottom = stage["x"] + stage["width"], stage["y"] + stage["height"]
    touch(phone, (right - 4, bottom - 4), (right - stage["width"] / 2, bottom - stage["height"] / 2))
    assert int(phone.locator("#edge-right").input_value()) == pytest.approx(50, abs=4)
    expect(phone.get_by_role("heading", level=1)).to_have_text("12 items like this part of your photo")
    touch(
        phone,
        (stage["x"] + stage["width"] * 0.25, stage["y"] + stage["height"] * 0.25),
        (stage["x"] + stage["width"] * 0.75, stage["y"] + stage["height"] * 0.25),
    )
    assert int(phone.locator("#edge-right").input_value()) == pytest.approx(98, abs=4)
    assert phone.evaluate("scrollY") == 0


def test_a_thumb_beside_the_box_scrolls_the_page(phone: Page) -> None:
    phone.get_by_text("Fine-tune").click()
    for _ in range(6):
        phone.get_by_role("button", name="Smaller").click()
    phone.get_by_text("Fine-tune").click()
    phone.evaluate("scrollTo(0, 0)")
    stage = phone.locator(".photo-area__stage").bounding_box()
    assert stage is not None
    x = stage["x"] + 12
    before = phone.locator("#edge-left").input_value()
    touch(phone, (x, stage["y"] + stage["height"] - 20), (x, stage["y"] + 20))
    phone.wait_for_function("scrollY > 50")
    assert phone.locator("#edge-left").input_value() == before


def test_handles_are_large_enough_for_a_finger(phone: Page) -> None:
    corner = phone.locator('.photo-handle[data-edges="top left"]').bounding_box()
    assert corner is not None
    assert (corner["width"], corner["height"]) == (48, 48)


def test_the_searched_part_stays_in_view(phone: Page) -> None:
    expect(phone.locator("#photo-strip")).to_be_hidden()
    phone.evaluate("scrollTo(0, 1200)")
    strip = phone.locator("#photo-strip")
    expect(strip).to_be_visible()
    strip.get_by_role("button", name="Filter").click()
    phone.get_by_role("dialog").get_by_label("Red").check()
    expect(phone.get_by_role("button", name="Show 6 items")).to_be_visible()
    phone.get_by_role("button", name="Show 6 items").click()
    expect(phone.get_by_role("dialog")).to_be_hidden()
    expect(phone.get_by_role("article")).to_have_count(6)
