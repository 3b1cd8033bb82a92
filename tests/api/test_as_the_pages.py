"""A page and the API answer the same question alike."""

import re

import pytest
from django.test import Client

from catalog.models import Category
from shop.models import Coupon
from tests.accounts.people import signed_in
from tests.factories import make_category, make_product
from tests.orders.kit import make_delivery

from .customer import Customer
from .world import ADDRESS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    ["", "type=Shirt", "colour=Blue&colour=Red", "gender=women&in_stock=1", "price_min=15&price_max=25"],
)
@pytest.mark.parametrize("sort", ["", "sort=price_up", "sort=price_down"])
@pytest.mark.parametrize("place", ["category", "search"])
def test_lists(client: Client, query: str, sort: str, place: str) -> None:
    root = make_category(slug="clothes")
    fill(root)
    page, api = {
        "category": ("/c/clothes/?", "category=clothes"),
        "search": ("/search/?q=linen&", "q=linen"),
    }[place]
    shown = client.get(f"{page}{query}&{sort}").content.decode()
    found = client.get(f"/api/v1/products/?{api}&{query}&{sort}").json()["results"]
    assert found
    assert [tile["url"].removeprefix("http://testserver") for tile in found] == _tiles(shown)


def test_a_cart_what_it_costs_and_its_order() -> None:
    """One customer, signed in to the pages and to the app."""
    make_delivery()
    Coupon.objects.create(code="TENTH", kind="percent", percent=10)
    shirt, coat = (make_product(title=title, images=0).variants.get() for title in ("Shirt", "Coat"))
    customer = Customer()
    browser = signed_in(customer.user)
    browser.post("/cart/add/", {"sku": shirt.sku, "quantity": "2"})
    customer.post("cart/lines/", sku=coat.sku, quantity=1)
    customer.put("cart/coupon/", code="tenth")
    cart = customer.get("cart/").json()
    page = browser.get("/cart/").content.decode()
    assert [line["title"] for line in cart["lines"]] == ["Shirt", "Coat"]
    assert cart["coupon"]["total"]["text"] in page
    quote = customer.get("cart/quote/?country=DE").json()
    checkout = browser.get("/checkout/").content.decode()
    assert all(money["text"] in checkout for money in quote["totals"].values())
    assert f'name="seen" value="{quote["seen"]}"' in checkout
    customer.post("account/addresses/", **ADDRESS)
    placed = customer.post("orders/", {"Idempotency-Key": "as-the-page"}, payment_method="invoice").json()
    shown = browser.get(placed["url"].removeprefix("http://testserver")).content.decode()
    assert all(text in shown for text in (placed["number"], placed["total"]["text"], "Lange Gasse 1"))
    assert placed["number"] in browser.get("/account/orders/").content.decode()


def test_what_is_kept_of_a_customer() -> None:
    products = [make_product(images=0) for _ in range(3)]
    customer = Customer()
    browser = signed_in(customer.user)
    for product in products:
        browser.post("/wishlist/change/", {"product": product.pk, "wanted": "on"})
        browser.get(f"/recently-viewed/?product={product.pk}")
    slugs = [product.slug for product in reversed(products)]
    for path in ("wishlist/", "account/recently-viewed/"):
        assert [tile["slug"] for tile in customer.get(path).json()["results"]] == slugs
    customer.delete(f"wishlist/{slugs[0]}/")
    assert f'/p/{slugs[0]}/"' not in browser.get("/wishlist/").content.decode()


def test_a_product(client: Client) -> None:
    product = make_product(title="Linen shirt", sizes=["S", "M"], stock=3)
    page = client.get(product.get_absolute_url()).content.decode()
    found = client.get(f"/api/v1/products/{product.slug}/").json()
    assert all(
        text in page
        for text in (found["title"], found["price"]["text"], found["images"][0]["small_url"][17:])
    )
    assert [variant["size"] for variant in found["variants"]] == ["S", "M"]


def fill(category: Category) -> None:
    for number in range(12):
        make_product(
            title=f"Linen {'shirt' if number % 2 else 'skirt'} {number}",
            product_type="Shirt" if number % 2 else "Skirt",
            category=category,
            colours=["Blue"] if number % 3 else ["Red", "Green"],
            gender="women" if number % 4 else "men",
            price_minor=1000 + 500 * (number % 4),
            stock=number % 5,
        )


def _tiles(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'class="card__link"[^>]*href="([^"?]+)"', page)))
