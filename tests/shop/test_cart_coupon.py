import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Variant
from shop.models import Cart, Coupon

pytestmark = pytest.mark.django_db

URL = "/cart/coupon/"
HTMX = {"HX-Request": "true", "HX-Target": "cart"}


@pytest.fixture(autouse=True)
def ten(db: None) -> Coupon:
    return Coupon.objects.create(code="TEN", kind="percent", percent=10)


@pytest.fixture
def shopper(client: Client, shirt: Variant) -> Client:
    """With two shirts at €19.99."""
    client.post("/cart/add/", {"sku": shirt.sku, "quantity": 2})
    client.get("/cart/")
    return client


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_a_code_is_applied_shown_in_the_total_and_taken_off(shopper: Client, headers: dict[str, str]) -> None:
    page = shopper.post(URL, {"coupon": " ten "}, headers=headers, follow=True).content.decode()
    assert "Code TEN is applied." in page
    assert "−€4.00" in page
    assert "€35.98" in page
    assert "Code TEN is applied." in shopper.get("/checkout/").content.decode()
    page = shopper.post(URL, {"act": "remove"}, headers=headers, follow=True).content.decode()
    assert "The code is taken off." in page
    assert "−€4.00" not in page
    assert Cart.objects.get().coupon is None


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize("code", ["nope", "", "\x00", "X" * 500])
def test_what_is_no_code_is_told_beside_the_field(
    shopper: Client, headers: dict[str, str], code: str
) -> None:
    response = shopper.post(URL, {"coupon": code}, headers=headers)
    assert response.status_code == 422
    page = response.content.decode()
    assert "There is no such code." in page
    assert 'aria-describedby="coupon-error"' in page
    assert "€39.98" in page


def test_a_code_that_holds_no_more_is_told_and_takes_off_nothing(shopper: Client, ten: Coupon) -> None:
    shopper.post(URL, {"coupon": "TEN"})
    ten.ends_at = timezone.now()
    ten.save()
    page = shopper.get("/cart/").content.decode()
    assert "This code is not valid any more." in page
    assert 'value="remove"' in page
    assert "−€4.00" not in page


def test_free_delivery_is_said(shopper: Client) -> None:
    Coupon.objects.create(code="FREE", kind="free_shipping")
    assert "Delivery is free." in shopper.post(URL, {"coupon": "free"}, follow=True).content.decode()


def test_the_drawer_shows_the_code_and_offers_no_field(shopper: Client) -> None:
    drawer = {"HX-Request": "true", "HX-Target": "cart-drawer-body"}
    assert "Discount code" not in shopper.get("/cart/drawer/", headers=drawer).content.decode()
    shopper.post(URL, {"coupon": "TEN"})
    assert "Code TEN is applied." in shopper.get("/cart/drawer/", headers=drawer).content.decode()


def test_an_empty_cart_takes_no_code(client: Client) -> None:
    page = client.post(URL, {"coupon": "TEN"}, headers=HTMX)
    assert page.status_code == 422
    assert "Your cart is empty." in page.content.decode()


def test_get_is_refused(client: Client) -> None:
    assert client.get(URL).status_code == 405
