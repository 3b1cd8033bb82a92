"""Choosing, adding, the drawer and undo: by mouse, by keyboard, and without a script."""

import re

import pytest
from playwright.sync_api import Route, expect

from catalog.models import Product, ProductImage
from shop.models import CartLine
from tests.factories import make_product, make_variant

from .conftest import OpenPage

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("width", [360, 1440]),
]


def linen_shirt() -> Product:
    product = make_product(
        title="Linen shirt", slug="linen-shirt", colours=["Blue"], sizes=["S", "M"], images=3
    )
    make_variant(product, colour="Red", size="M", stock=0, position=1)
    make_variant(product, colour="Red", size="L", stock=2, position=2)
    image = product.images.last()
    assert image
    ProductImage.objects.filter(pk=image.pk).update(alt_text="Red, front")
    return product


def test_by_mouse(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    page.goto("/p/linen-shirt/")
    page.get_by_role("radio", name="Red").click()
    expect(page).to_have_url("/p/linen-shirt/?colour=Red")
    expect(page.locator(".gallery__thumbnail[aria-current]")).to_have_attribute("href", "#picture-3")
    page.get_by_role("radio", name="L, 2 left").click()
    expect(page.locator(".stock")).to_have_text("Only 2 left")
    button = page.locator(".buy__add")
    button.click()
    expect(page.get_by_role("dialog", name="Added: Linen shirt, Red, L.")).to_be_visible()
    dialog = page.locator("#cart-drawer")
    expect(dialog.get_by_text("Cart, 1 item")).to_be_focused()
    dialog.get_by_role("button", name="One more").click()
    expect(dialog.get_by_role("status").first).to_contain_text("Changed: 2 of Linen shirt, Red, L.")
    dialog.get_by_role("button", name="Remove").click()
    expect(dialog.get_by_role("button", name="Undo")).to_be_focused()
    dialog.get_by_role("button", name="Undo").click()
    expect(dialog.get_by_role("spinbutton")).to_have_value("2")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.locator("[data-in-cart]").first).to_have_text("In cart (2)")
    assert CartLine.objects.get().quantity == 2


def test_added_while_the_choice_is_still_being_looked_up(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    held: list[Route] = []
    page.goto("/p/linen-shirt/")
    page.route(re.compile("linen-shirt/[?]|cart/add"), lambda route: held.append(route))
    page.get_by_role("radio", name="M", exact=True).click()
    page.locator(".buy__add").click()
    while len(held) < 2:
        page.wait_for_timeout(20)
    for route in held:
        route.continue_()
        page.wait_for_timeout(500)
    expect(page.get_by_role("dialog", name="Added: Linen shirt, Blue, M.")).to_be_visible()
    expect(page.locator("#cart-badge .visually-hidden")).to_have_text("1 item")


def test_by_keyboard(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    page.goto("/p/linen-shirt/")
    page.get_by_role("radio", name="Blue").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="L, 2 left")).to_be_visible()
    expect(page.get_by_role("radio", name="Red")).to_be_focused()
    page.locator(".buy__add").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="M, sold out")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_text("Choose a size first.")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".stock")).to_have_text("Only 2 left")
    expect(page.get_by_role("radio", name="L, 2 left")).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Cart, 1 item")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main')"), "the focus has left the drawer"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert CartLine.objects.get().variant.size == "L"


def test_without_a_script(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width, javascript=False)
    page.goto("/p/linen-shirt/")
    page.get_by_role("link", name="Red", exact=True).click()
    page.get_by_role("radio", name="L, 2 left").check()
    page.get_by_role("button", name="Add to cart").first.click()
    expect(page.get_by_role("status").first).to_contain_text("Added: Linen shirt, Red, L. 1 item in cart.")
    page.goto("/cart/")
    page.get_by_role("button", name="One more").click()
    expect(page.get_by_role("spinbutton")).to_have_value("2")
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("spinbutton")).to_have_value("2")


def test_a_sold_out_size_leads_to_what_looks_like_it(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    page.goto("/p/linen-shirt/?colour=Red")
    page.get_by_role("radio", name="M, sold out").click()
    page.get_by_role("link", name="Similar looks in M").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Similar looks in M")


def test_pictures_turn_and_enlarge(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    page.goto("/p/linen-shirt/")
    second = page.locator("#picture-2 img")
    expect(second).to_be_hidden()  # and so not fetched, before anything is asked of the page
    page.get_by_role("link", name="Show picture 2").click()
    expect(second).to_be_visible()
    expect(page.locator(".gallery__thumbnail[aria-current]")).to_have_attribute("href", "#picture-2")
    enlarge = page.locator("#picture-2 [data-zoom]")
    enlarge.click()
    zoom = page.locator("#zoom")
    expect(zoom.get_by_role("img")).to_be_visible()
    zoom.get_by_role("button", name="Closer").click()
    expect(zoom.get_by_role("button", name="Closer")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(zoom).to_be_hidden()
    expect(enlarge).to_be_focused()


def test_the_bar_stands_in_for_a_button_off_screen(open_page: OpenPage, width: int) -> None:
    linen_shirt()
    page = open_page(width=width)
    page.goto("/p/linen-shirt/")
    bar = page.locator(".buy-bar")
    if width > 1000:
        expect(bar).to_be_hidden()
        return
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Choose a size").click()
    expect(page.get_by_role("radio", name="S", exact=True)).to_be_focused()
    expect(page.get_by_role("alert")).to_be_in_viewport()


@pytest.mark.parametrize("images", [0, 1, 40])
def test_a_page_of_any_product_is_no_wider_than_the_window(
    open_page: OpenPage, width: int, images: int
) -> None:
    make_product(
        title="Wide" * 50, slug="any", images=images, price_minor=100_000_000, colours=["Blue", "Red"]
    )
    page = open_page(width=width)
    page.goto("/p/any/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
