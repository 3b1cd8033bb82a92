import pytest
from django.test import Client

from catalog.models import Variant
from shop.models import CartLine

pytestmark = pytest.mark.django_db

URL = "/cart/remove/"


@pytest.fixture(autouse=True)
def three_in_cart(client: Client, shirt: Variant) -> None:
    client.post("/cart/add/", {"sku": shirt.sku, "quantity": "3"})


def test_remove_empties_the_line_and_says_so(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku}, follow=True)
    page = response.content.decode()
    assert "Removed: Linen shirt, Blue, M." in page
    assert "Your cart is empty." in page
    assert not CartLine.objects.exists()


def test_undo_puts_back_as_many(client: Client, shirt: Variant) -> None:
    page = client.post(URL, {"sku": shirt.sku}, follow=True).content.decode()
    assert "Undo" in page
    assert f'name="sku" value="{shirt.sku}"' in page
    assert 'name="quantity" value="3"' in page
    undo = {"sku": shirt.sku, "quantity": "3", "next": "/cart/"}
    assert "Undo" not in client.post("/cart/add/", undo, follow=True).content.decode()
    assert CartLine.objects.get().quantity == 3


def test_no_undo_for_what_is_in_the_cart_again(client: Client, shirt: Variant) -> None:
    page = client.get("/cart/", {"removed": shirt.sku, "quantity": "3"}).content.decode()
    assert "Undo" not in page


@pytest.mark.parametrize(
    "query",
    [{"removed": "x"}, {"removed": "nothing", "quantity": "1"}, {"removed": "\x00", "quantity": "y"}],
)
def test_made_up_undo_is_left_out(client: Client, query: dict[str, str]) -> None:
    response = client.get("/cart/", query)
    assert response.status_code == 200
    assert "Undo" not in response.content.decode()


def test_second_remove_says_that_it_is_gone(client: Client, shirt: Variant) -> None:
    client.post(URL, {"sku": shirt.sku})
    response = client.post(URL, {"sku": shirt.sku})
    assert response.status_code == 422
    assert "This product is not in your cart any more." in response.content.decode()


def test_another_guest_cannot_remove_it(shirt: Variant) -> None:
    assert Client().post(URL, {"sku": shirt.sku}).status_code == 422
    assert CartLine.objects.exists()


def test_only_post_removes(client: Client) -> None:
    assert client.get(URL).status_code == 405
    assert CartLine.objects.exists()
