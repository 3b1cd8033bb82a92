import pytest
from playwright.sync_api import expect

from shop.models import Wish
from tests.factories import make_product

from .conftest import OpenPage
from .sizes import crosswise

pytestmark = pytest.mark.django_db(transaction=True)


@crosswise
def test_a_heart_saves_and_takes_off(open_page: OpenPage, width: int, javascript: bool) -> None:
    make_product(title="Linen shirt")
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    heart = page.get_by_role("button", name="Save to wish-list: Linen shirt").first
    expect(heart).to_have_attribute("aria-pressed", "false")
    heart.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Saved: Linen shirt.")
    expect(heart).to_have_attribute("aria-pressed", "true")
    if javascript:
        expect(heart).to_be_focused()
    assert Wish.objects.count() == 1
    page.goto("/wishlist/")
    page.get_by_role("button", name="Save to wish-list: Linen shirt").first.click()
    expect(page.locator("#status")).to_contain_text("Taken off the wish-list: Linen shirt.")
    assert not Wish.objects.exists()
    if javascript:
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#status")).to_contain_text("Saved: Linen shirt.")
        assert Wish.objects.count() == 1


@pytest.mark.parametrize("width", [360, 1440])
def test_what_was_looked_at_is_shown_and_forgotten(open_page: OpenPage, width: int) -> None:
    for title in ("One", "Two"):
        make_product(title=title, slug=title.lower())
    page = open_page(width=width)
    page.goto("/p/one/")
    page.wait_for_load_state("networkidle")
    page.goto("/p/two/")
    row = page.get_by_role("region", name="Recently viewed")
    expect(row.get_by_role("article")).to_have_count(1)
    row.get_by_role("button", name="Clear recently viewed").click()
    expect(row).to_be_hidden()
    expect(page.get_by_text("Your recently viewed products are forgotten.")).to_be_visible()
