import pytest
from django.test import Client

from catalog.models import Variant
from shop.models import CartLine

pytestmark = pytest.mark.django_db

URL = "/cart/change/"


@pytest.fixture(autouse=True)
def three_in_cart(client: Client, shirt: Variant) -> None:
    client.post("/cart/add/", {"sku": shirt.sku, "quantity": "3"})


def test_change_shows_the_new_quantity(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": "5"})
    assert (response.status_code, response["Location"]) == (303, "/cart/")
    assert "Changed: 5 of Linen shirt, Blue, M." in client.get("/cart/").content.decode()
    assert CartLine.objects.get().quantity == 5


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ("0", "Choose a quantity from 1 to 99."),
        ("-1", "Choose a quantity from 1 to 99."),
        ("1000000000", "Choose a quantity from 1 to 99."),
        ("6", "Only 5 left of Linen shirt, Blue, M."),
        ("abc", "Write the quantity as a whole number."),
        ("", "Write the quantity as a whole number."),
    ],
)
def test_refused_change_shows_the_cart_as_it_was(
    client: Client, shirt: Variant, quantity: str, words: str
) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": quantity})
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert 'value="3"' in page
    assert CartLine.objects.get().quantity == 3


def test_line_that_is_gone_is_refused(client: Client) -> None:
    response = client.post(URL, {"sku": "nothing", "quantity": "1"})
    assert response.status_code == 422
    assert "This product is not in your cart any more." in response.content.decode()


def test_another_guest_cannot_change_it(shirt: Variant) -> None:
    assert Client().post(URL, {"sku": shirt.sku, "quantity": "1"}).status_code == 422
    assert CartLine.objects.get().quantity == 3


def test_only_post_changes(client: Client) -> None:
    assert client.get(URL).status_code == 405
