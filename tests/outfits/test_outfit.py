"""What to wear with a product, or with a cart: the row, the page and the API."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product
from recommendations.selectors.outfit import complete_the_look
from shop.models import OrderState
from tests.accounts.orders import make_order
from tests.catalog_pages.page import read
from tests.factories import make_product
from tests.similar_looks.gallery import make_gallery

pytestmark = pytest.mark.django_db
NOW = datetime(2030, 1, 1, tzinfo=UTC)


def types_with(*products: Product) -> list[str]:
    return [companion.product_type for companion in complete_the_look(products=products, now=NOW)]


def order(*products: Product, state: OrderState = OrderState.PAID) -> None:
    make_order(None, *(product.variants.get() for product in products), state=state)


@pytest.fixture
def shirt() -> Product:
    (shirt,) = make_gallery(1, product_type="Shirt", colours=["Navy Blue"])
    return shirt


def make_wardrobe() -> dict[str, Product]:
    return {
        kind: make_gallery(1, product_type=kind)[0] for kind in ("Jeans", "Shoes", "Jacket", "Bag", "Belt")
    }


def test_other_parts_and_never_two_of_one(shirt: Product) -> None:
    make_wardrobe()
    make_gallery(3, product_type="Trousers")
    make_gallery(3, product_type="T-shirt")
    found = types_with(shirt)
    assert len(found) == len(set(found)) == 4
    assert found[0] in ("Jeans", "Trousers")
    assert not {"Shirt", "T-shirt"} & set(found)


def test_what_was_bought_together_comes_first(shirt: Product) -> None:
    wardrobe = make_wardrobe()
    for _ in range(2):
        order(shirt, wardrobe["Belt"])
    order(shirt, wardrobe["Bag"])
    for _ in range(3):
        order(shirt, wardrobe["Shoes"], state=OrderState.CANCELLED)
    first, *others = complete_the_look(products=[shirt], now=NOW)
    assert (first.product_id, first.is_bought) == (wardrobe["Belt"].pk, True)
    assert not any(other.is_bought for other in others)
    assert "Belt" not in [other.product_type for other in others]


def test_what_cannot_be_bought_is_left_out(shirt: Product) -> None:
    for fields in ({"stock": 0}, {"is_published": False}, {"gender": "girls"}):
        make_gallery(1, product_type="Jeans", **fields)
    shirt.gender = "men"
    assert types_with(shirt) == []


@pytest.mark.parametrize("kind", ["Deodorant", "Flux capacitor"])
def test_what_goes_with_nothing(kind: str) -> None:
    make_wardrobe()
    assert types_with(make_gallery(1, product_type=kind)[0]) == []
    assert types_with() == []


def test_a_product_without_vectors(client: Client) -> None:
    make_wardrobe()
    bare = make_product(images=0)
    page = client.get(reverse("recommendations:outfit", args=[bare.slug]))
    assert "Nothing goes with it" in page.content.decode()


def test_the_row_says_how_each_was_chosen(client: Client, shirt: Product) -> None:
    make_wardrobe()
    url = reverse("recommendations:outfit", args=[shirt.slug])
    page = read(client.get(url, headers={"HX-Request": "true"}))
    assert page.text("h2") == "Wear it with"
    assert {note.text for note in page.with_class("card__note")} == {"Goes with it in colour and style"}
    assert read(client.get(url)).text("h1") == "Wear it with"
    answer = client.get(f"/api/v1/products/{shirt.slug}/complete-the-look/").json()
    assert len(answer["results"]) == 4


def test_a_cart_is_completed_by_what_it_lacks(client: Client, shirt: Product) -> None:
    wardrobe = make_wardrobe()
    for product in (wardrobe["Shoes"], shirt):
        client.post(reverse("shop:cart_add"), {"sku": product.variants.get().sku, "quantity": 1})
    page = client.get(reverse("recommendations:cart_outfit"), headers={"HX-Request": "true"})
    shown = {int(tile.attributes["data-product"]) for tile in read(page).with_class("card")}
    assert shown == {wardrobe[kind].pk for kind in ("Jeans", "Jacket", "Bag", "Belt")}


def test_an_empty_cart(client: Client) -> None:
    assert client.get(reverse("recommendations:cart_outfit")).status_code == 200


def test_queries_do_not_grow(client: Client, shirt: Product) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("recommendations:outfit", args=[shirt.slug]))
        return len(captured)

    make_wardrobe()
    queries()
    before = queries()
    make_wardrobe()
    queries()
    assert queries() == before
