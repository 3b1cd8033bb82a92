"""A merchant enters a product: a grid pasted from a sheet, several pictures at once, their order."""

import pytest
from playwright.sync_api import FilePayload, expect
from pytest_django.live_server_helper import LiveServer

from catalog.models import Product
from tests.factories import make_category

from .conftest import OpenPage
from .merchant import paste, picture, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

NO_PICTURE: FilePayload = {"name": "notes.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"}


def test_a_product_is_entered(open_page: OpenPage, live_server: LiveServer) -> None:
    page = open_page(width=1280)
    sign_in(page, live_server.url)
    make_category(name="Shirts")
    page.goto("/admin/catalog/product/add/")
    page.get_by_label("Title:").fill("Linen shirt")
    page.get_by_label("Category:").select_option(label="Shirts")
    page.get_by_label("Type:").fill("Shirts")

    page.get_by_role("button", name="Add another Variant").click()
    paste(page.locator("#id_variants-0-sku"), "L-S\tS\tBlue\t49,90\nL-M\tM\tBlue\t1.049,90 €\n")
    expect(page.locator("#id_variants-1-price")).to_have_value("1049.90")
    paste(page.locator("#id_variants-0-price"), "cheap\n")
    page.locator("#id_variants-0-price").fill("49.90")

    chooser = page.get_by_label("Drop pictures here, or choose several:")
    chooser.set_input_files([picture("front.jpg", seed=1), NO_PICTURE])
    drop = page.locator(".desk-drop")
    expect(drop.get_by_text("front.jpg Added when you save")).to_be_visible()
    expect(drop.locator(".desk-error")).to_contain_text("notes.jpg This file is not a photo.")
    title = page.get_by_label("Title:")
    title.fill("")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("Please correct the error")).to_be_visible()
    expect(page.locator(".desk-lost")).to_have_count(0)  # for the picture is in its row again
    title.fill("Linen shirt")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was added successfully").wait_for()
    product = Product.objects.get()
    assert [str(variant.price) for variant in product.variants.all()] == ["€49.90", "€1,049.90"]

    page.get_by_label("Description:").fill("Typed before the pictures")
    chooser.set_input_files([picture("back.jpg", seed=2), picture("side.jpg", seed=3)])
    expect(drop.get_by_text("side.jpg Added")).to_be_visible()
    assert product.images.count() == 3
    rows = page.locator("#images-group tr.form-row:not(.empty-form)")
    expect(rows).to_have_count(3)
    rows.nth(2).locator(".field-alt_text input").fill("Side")
    rows.nth(2).get_by_role("button", name="Move up").press("Enter")
    rows.nth(1).get_by_role("button", name="Move up").press("Enter")
    rows.nth(2).locator("img").drag_to(rows.nth(1).locator("img"))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was changed successfully").wait_for()
    names = [(image.file.name or "").rpartition("/")[2][:4] for image in product.images.all()]
    assert names == ["side", "back", "fron"]
    assert product.images.all()[0].alt_text == "Side"
    product.refresh_from_db()
    assert product.description == "Typed before the pictures"
