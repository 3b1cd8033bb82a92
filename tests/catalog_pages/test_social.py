"""What a link to a list looks like elsewhere; a product's own is in test_product_head."""

import pytest
from django.test import Client

from catalog.models import Product
from tests.factories import make_category, make_product

from .page import Page, read

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


@pytest.fixture
def product() -> Product:
    return make_product(title="Linen shirt", category=make_category(name="Shirts"))


def meta(page: Page) -> dict[str, str]:
    tags = [tag.attributes for tag in page.all("meta")]
    return {tag.get("property") or tag.get("name") or "": tag.get("content") or "" for tag in tags}


def test_a_category_shows_its_first_picture(client: Client, product: Product) -> None:
    address = product.category.get_absolute_url()
    shown = meta(read(client.get(address, {"sort": "price"})))
    assert (shown["og:type"], shown["og:title"]) == ("website", "Shirts")
    assert shown["og:url"] == SITE + address
    assert shown["og:image"].startswith(f"{SITE}/media/")
    assert (shown["og:image:alt"], shown["twitter:card"]) == ("Linen shirt", "summary_large_image")


def test_the_home_page_says_what_the_shop_does(client: Client, product: Product) -> None:
    shown = meta(read(client.get("/")))
    assert (shown["og:title"], shown["og:url"]) == ("Find clothes by sight", f"{SITE}/")
    assert shown["og:description"]
    assert shown["og:image"].startswith(f"{SITE}/media/")


def test_without_a_picture_there_is_none(client: Client, db: None) -> None:
    shown = meta(read(client.get("/")))
    assert "og:image" not in shown
    assert shown["twitter:card"] == "summary"
