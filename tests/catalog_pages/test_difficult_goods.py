"""Goods that are hard to show, on every page that shows goods: the page is whole, and text stays text."""

from collections.abc import Callable, Iterator
from html import unescape

import pytest
from django.test import Client

from catalog.models import Product, Variant
from tests.factories import make_brand, make_category, make_image, make_product, make_variant
from tests.similar_looks.gallery import embed

pytestmark = pytest.mark.django_db

MARKUP = '<img src=x onerror="alert(1)">'
HTMX = {"HX-Request": "true"}


def markup_everywhere() -> Product:
    product = make_product(
        title=f"Shirt {MARKUP}",
        description=MARKUP,
        product_type=MARKUP,
        brand=make_brand(name=MARKUP),
        category=make_category(name=MARKUP),
        colours=[],
        images=0,
        attributes={MARKUP: MARKUP, "invented": [MARKUP]},
    )
    make_variant(product, colour=MARKUP[:30], size=MARKUP[:20])
    make_variant(product, colour=MARKUP[:30], size=MARKUP[1:21])
    make_image(product, alt_text=MARKUP)
    return product


GOODS: dict[str, Callable[[], Product]] = {
    "no picture": lambda: make_product(title="Shirt bare", images=0),
    "forty pictures": lambda: make_product(title="Shirt seen", images=40),
    "nothing to sell": lambda: make_product(title="Shirt of nothing", colours=[]),
    "a long title": lambda: make_product(title=("Shirt " + "m" * 200)[:200]),
    "many words": lambda: make_product(title=("Shirt of a thousand words " * 8)[:200].strip()),
    "for nothing": lambda: make_product(title="Shirt for free", price_minor=0),
    "for a million": lambda: make_product(title="Shirt of gold", price_minor=100_000_000),
    "right to left": lambda: make_product(title="Shirt قميص كتان أزرق", colours=["أزرق"], sizes=["كبير"]),
    "emoji": lambda: make_product(title="Shirt 👕🏳️‍🌈", colours=["🌈"], sizes=["👶"]),
    "markup": markup_everywhere,
}


@pytest.fixture(params=GOODS)
def product(request: pytest.FixtureRequest) -> Product:
    product = GOODS[str(request.param)]()
    others = [make_product(title=f"Shirt {n}", category=product.category) for n in range(5)]
    embed([product, *others])
    return product


@pytest.fixture
def shopper(client: Client, product: Product) -> Client:
    """One who has looked at it, saved it and put it into the cart, where it can be."""
    client.get("/recently-viewed/", {"product": product.pk}, headers=HTMX)
    client.post("/wishlist/change/", {"product": product.pk, "wanted": "1"})
    for variant in Variant.objects.filter(product=product)[:1]:
        client.post("/cart/add/", {"sku": variant.sku, "quantity": "1"})
    return client


def pages(product: Product) -> Iterator[tuple[str, dict[str, str]]]:
    path = product.get_absolute_url()
    other = product.category.products.exclude(pk=product.pk).first()
    assert other is not None
    for url in (path, f"{path}quick/", f"{path}similar/", "/", "/menu/", "/search/?q=shirt", "/wishlist/"):
        yield url, {}
    for url in (
        product.category.get_absolute_url(),
        "/cart/",
        "/recently-viewed/",
        f"{path}?colour=x&size=y",
    ):
        yield url, {}
    for url in (f"{path}quick/", f"{path}similar/", f"{other.get_absolute_url()}similar/", "/cart/drawer/"):
        yield url, HTMX
    yield "/search/suggestions/?q=shirt", HTMX
    yield "/sitemap-products.xml", {}


def test_every_page_is_whole(shopper: Client, product: Product) -> None:
    shown = 0
    for url, headers in pages(product):
        response = shopper.get(url, headers=headers)
        text = response.content.decode()
        assert response.status_code == 200, url
        assert "<img src=x" not in text, url
        assert "</html>" in text or headers or url.endswith(".xml"), url
        shown += product.title in unescape(text)
    assert shown >= 9  # not in the cart, where it cannot be bought
