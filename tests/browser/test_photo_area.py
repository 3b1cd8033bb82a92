"""What a script adds to a photo search: the photo stays in the browser, and the part that is searched follows
mouse, finger, buttons and keys."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, Request, expect

from catalog.imaging import encode_jpeg
from tests.factories import make_pixels

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = pytest.mark.django_db(transaction=True)

WHOLE = "12 items like your photo"
PART = "12 items like this part of your photo"
Sent = list[Request]
# For what is sent, kept and said, which no width changes.
ON_A_PHONE = pytest.mark.parametrize("page", [360], indirect=True)
ON_A_DESK = pytest.mark.parametrize("page", [1440], indirect=True)


def two_items() -> FilePayload:
    """The shirt of seed 2 on the left, of seed 7 on the right; as large as a small camera's."""
    halves = [make_pixels(seed=seed, width=800, height=1600) for seed in (2, 7)]
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": encode_jpeg(np.hstack(halves), 95)}


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def choose(page: Page, file: FilePayload) -> None:
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(file)
    expect(heading(page)).to_have_text(WHOLE)


@pytest.fixture(params=[360, 1440])
def page(open_page: OpenPage, request: pytest.FixtureRequest) -> Page:
    """The results of a photo of two items, as a whole."""
    fill_shop()
    page = open_page(width=request.param)
    choose(page, two_items())
    return page


@pytest.fixture
def sent(page: Page) -> Sent:
    """What is posted from here on."""
    requests: Sent = []
    page.on("request", lambda one: requests.append(one) if one.method == "POST" else None)
    return requests


def area(page: Page) -> Locator:
    return page.get_by_role("group", name="Search area")


def box(page: Page) -> tuple[int, int, int, int]:
    """Left, top, right, bottom, in per cent, as the sliders have them."""
    values = [page.locator(f"#edge-{name}").input_value() for name in ("left", "top", "right", "bottom")]
    return int(values[0]), int(values[1]), int(values[2]), int(values[3])


def at(page: Page, x: float, y: float) -> tuple[float, float]:
    """A point of the window, from fractions of the photo."""
    photo_box = page.locator(".photo-area__stage").bounding_box()
    assert photo_box is not None
    return photo_box["x"] + x * photo_box["width"], photo_box["y"] + y * photo_box["height"]


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.locator(".photo-area__stage").scroll_into_view_if_needed()  # Back has brought its place back
    page.mouse.move(*at(page, *start))
    page.mouse.down()
    page.mouse.move(*at(page, *end), steps=5)
    page.mouse.up()


KEPT = """() => new Promise((done) => {
  const open = indexedDB.open('vitrine-photos', 1);
  open.onsuccess = () => {
    const all = open.result.transaction('photos').objectStore('photos').count();
    all.onsuccess = () => { open.result.close(); done(all.result) };
  };
})"""


def reload_once_kept(page: Page) -> None:
    """The browser writes the photo down after it has shown what was found."""
    page.wait_for_function(KEPT)
    page.reload()


def first_tile(page: Page) -> Locator:
    return page.get_by_role("article").first


def test_drawn_by_mouse_it_is_searched_by_itself(page: Page, sent: Sent) -> None:
    drag(page, (0.52, 0.1), (0.98, 0.9))
    expect(heading(page)).to_have_text(PART)
    expect(first_tile(page)).to_contain_text("Shirt 7")
    assert box(page) == pytest.approx((52, 10, 98, 90), abs=1)
    (request,) = sent
    assert len(request.post_data_buffer or b"") < 105_000


def test_moved_and_pulled_by_mouse(page: Page) -> None:
    drag(page, (0.1, 0.1), (0.4, 0.5))
    drag(page, (0.25, 0.3), (0.65, 0.3))
    assert box(page) == pytest.approx((50, 10, 80, 50), abs=2)
    drag(page, (0.8, 0.5), (0.9, 0.8))
    assert box(page) == pytest.approx((50, 10, 90, 80), abs=2)
    drag(page, (0.5, 0.45), (0.6, 0.45))
    assert box(page) == pytest.approx((60, 10, 90, 80), abs=2)
    drag(page, (0.75, 0.4), (2.0, 0.4))
    assert box(page)[2] == 100


@ON_A_DESK
def test_a_slip_of_the_mouse_is_still_a_part(page: Page) -> None:
    drag(page, (0.5, 0.5), (0.51, 0.51))
    left, top, right, bottom = box(page)
    assert (right - left, bottom - top) == (10, 10)


@ON_A_DESK
def test_keys_move_resize_search_and_undo(page: Page, sent: Sent) -> None:
    area(page).focus()
    for key in ["-", "-", "-", "-", "-", "Shift+ArrowRight", "ArrowDown", "ArrowLeft"]:
        page.keyboard.press(key)
    assert box(page) == (18, 12, 98, 92)
    page.keyboard.press("Escape")
    assert box(page) == (20, 12, 100, 92)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(PART)
    expect(area(page)).to_be_focused()
    said = "Area: 80 % wide, 80 % high, middle. 12 items."
    expect(page.locator("#photo-said")).to_have_text(said)
    assert len(sent) < 8, "not one search a key"


def test_fine_tuned_by_buttons_and_sliders(page: Page) -> None:
    page.get_by_text("Fine-tune").click()
    page.get_by_role("button", name="Smaller").click()
    page.get_by_role("button", name="Move right").click()
    assert box(page) == (10, 5, 100, 95)
    expect(heading(page)).to_have_text(PART)
    page.get_by_role("slider", name="Left edge").fill("52")
    expect(first_tile(page)).to_contain_text("Shirt 7")
    expect(page.locator("output").first).to_have_text("52 %")
    page.get_by_role("button", name="Reset").click()
    expect(heading(page)).to_have_text(WHOLE)


@ON_A_PHONE
def test_a_chip_searches_the_whole_photo_again(page: Page) -> None:
    drag(page, (0.1, 0.1), (0.4, 0.5))
    expect(heading(page)).to_have_text(PART)
    expect(page.get_by_role("radio", name="Whole photo")).not_to_be_checked()
    page.get_by_role("radio", name="Whole photo").check()
    expect(heading(page)).to_have_text(WHOLE)
    expect(page.get_by_role("radio", name="Whole photo")).to_be_checked()


@ON_A_PHONE
def test_twenty_quick_drags_end_with_the_last(page: Page, sent: Sent) -> None:
    link = page.url
    for number in range(20):
        drag(page, (0.02 + number / 100, 0.1), (0.45, 0.9))
    drag(page, (0.52, 0.02), (0.99, 0.98))
    expect(first_tile(page)).to_contain_text("Shirt 7")
    expect(page.locator("#photo-found")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#photo-found")).to_have_attribute("data-box", ",".join(map(str, box(page))))
    assert len(sent) < 20
    page.goto(link)
    expect(first_tile(page)).to_contain_text("Shirt 7")


@ON_A_PHONE
def test_an_older_answer_never_comes_over_a_newer(page: Page) -> None:
    held: list[Callable[[], None]] = []
    page.route("**/visual-search/", lambda route: held.append(route.continue_))
    for count, (start, end) in enumerate((((0.02, 0.1), (0.45, 0.9)), ((0.52, 0.02), (0.99, 0.98))), 1):
        drag(page, start, end)
        while len(held) < count:
            page.wait_for_timeout(20)
    held[1]()
    expect(first_tile(page)).to_contain_text("Shirt 7")
    held[0]()
    page.wait_for_timeout(300)
    expect(first_tile(page)).to_contain_text("Shirt 7")


@ON_A_PHONE
def test_the_photo_outlives_reload_filters_and_back(page: Page) -> None:
    link = page.url
    assert re.search(r"/visual-search/[\w-]{20,}/$", link)
    reload_once_kept(page)
    expect(page.get_by_role("img", name="Your photo")).to_be_visible()
    expect(area(page)).to_be_visible()

    page.get_by_role("button", name="Remove filter: In stock only").click()
    expect(page).to_have_url(f"{link}?any=in_stock")

    first_tile(page).get_by_role("heading").get_by_role("link").click()
    expect(heading(page)).to_contain_text("Shirt")
    page.go_back()
    expect(area(page)).to_be_visible()
    page.wait_for_load_state("networkidle")  # until then Back may move the page under the pointer
    page.evaluate("scrollTo(0, 0)")
    drag(page, (0.52, 0.1), (0.98, 0.9))
    expect(first_tile(page)).to_contain_text("Shirt 7")
    expect(page).to_have_url(f"{link}?any=in_stock")


@ON_A_DESK
def test_more_and_less_like_a_tile(page: Page) -> None:
    first = first_tile(page).get_by_role("heading").inner_text()
    page.get_by_role("button", name="Less like this").first.click()
    expect(first_tile(page).get_by_role("heading")).not_to_have_text(first)
    expect(page).to_have_url(re.compile(r"\?unlike=\d+$"))
    page.get_by_role("button", name=re.compile(r"^Remove: Less like Shirt \d+$")).click()
    expect(first_tile(page).get_by_role("heading")).to_have_text(first)


@ON_A_PHONE
def test_another_browser_gets_the_results_but_no_photo(page: Page, open_page: OpenPage) -> None:
    other = open_page(width=1440)
    other.goto(page.url)
    expect(other.get_by_text("The photo stayed with its owner.")).to_be_visible()
    expect(other.get_by_role("img", name="Your photo")).to_have_count(0)
    assert other.get_by_role("article").all_text_contents() == page.get_by_role("article").all_text_contents()


@ON_A_PHONE
def test_forgetting_empties_the_browser_too(page: Page) -> None:
    assert page.evaluate(KEPT) == 1
    page.get_by_role("button", name="Forget now").click()
    expect(page.get_by_role("status").filter(has_text="Forgotten.")).to_be_visible()
    assert page.evaluate(KEPT) == 0


def test_it_works_where_the_browser_may_keep_nothing(open_page: OpenPage) -> None:
    fill_shop()
    page = open_page(width=1440)
    page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }")
    choose(page, photo(seed=3))
    drag(page, (0.1, 0.1), (0.9, 0.9))
    expect(heading(page)).to_have_text(PART)
    page.reload()
    expect(page.get_by_text("The photo stayed with its owner.")).to_be_visible()


@ON_A_PHONE
def test_two_tabs_have_a_search_each(page: Page, sent: Sent) -> None:
    context: BrowserContext = page.context
    other = context.new_page()
    choose(other, photo(seed=3))
    assert other.url != page.url
    drag(page, (0.52, 0.1), (0.98, 0.9))
    expect(first_tile(page)).to_contain_text("Shirt 7")
    expect(first_tile(other)).to_contain_text("Shirt 3")


@ON_A_PHONE
def test_offline_it_says_so_and_goes_on_afterwards(page: Page) -> None:
    page.context.set_offline(True)
    drag(page, (0.52, 0.1), (0.98, 0.9))
    expect(page.locator("#photo-progress")).to_contain_text("You are offline. Your photo is still here.")
    expect(heading(page)).to_have_text(WHOLE)
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(first_tile(page)).to_contain_text("Shirt 7")


@ON_A_PHONE
def test_forgotten_elsewhere_it_begins_again(page: Page) -> None:
    link = page.url
    other = page.context.new_page()
    other.goto(link)
    other.get_by_role("button", name="Forget now").click()
    expect(other.get_by_role("status").filter(has_text="Forgotten.")).to_be_visible()
    drag(page, (0.52, 0.1), (0.98, 0.9))
    expect(first_tile(page)).to_contain_text("Shirt 7")
    expect(page).not_to_have_url(link)
