"""/api/v1/cart/coupon/"""

from typing import Any

import pytest

from catalog.models import Variant
from shop.models import Cart, Coupon
from tests.factories import make_product

from .customer import Customer
from .guest import Caller, Guest

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt() -> Variant:
    """Five in stock at €19.99."""
    return make_product(title="Linen shirt").variants.get()


@pytest.fixture
def spring() -> Coupon:
    """A tenth off."""
    return Coupon.objects.create(code="SPRING", kind="percent", percent=10)


@pytest.fixture(params=[Guest, Customer])
def holder(request: Any, shirt: Variant) -> Caller:
    """A guest or a customer with a shirt in the cart."""
    caller: Caller = request.param()
    caller.post("cart/lines/", sku=shirt.sku, quantity=1)
    return caller


def test_on_and_off(holder: Caller, spring: Coupon) -> None:
    cart = holder.put("cart/coupon/", code=" spring ").json()
    assert (cart["coupon"]["code"], cart["coupon"]["problem"]) == ("SPRING", "")
    assert (cart["coupon"]["discount"]["amount"], cart["coupon"]["total"]["amount"]) == ("2.00", "17.99")
    assert holder.get("cart/").json() == cart
    assert holder.delete("cart/coupon/").json()["coupon"] is None
    assert holder.delete("cart/coupon/").status_code == 200


def test_a_code_that_there_is_not(holder: Caller, spring: Coupon) -> None:
    for code in ("WINTER", "%", "springs"):
        refused = holder.put("cart/coupon/", code=code)
        assert (refused.status_code, refused.json()["code"]) == (422, "coupon_refused")
    assert holder.put("cart/coupon/", code="x" * 31).status_code == 400
    assert holder.put("cart/coupon/").json()["errors"][0]["code"] == "required"


def test_one_that_does_not_hold_any_more_says_so(holder: Caller, spring: Coupon) -> None:
    holder.put("cart/coupon/", code="SPRING")
    Coupon.objects.update(is_active=False)
    coupon = holder.get("cart/").json()["coupon"]
    assert (coupon["problem"], coupon["discount"]["amount"]) == ("This code is not valid any more.", "0.00")


def test_an_empty_cart_takes_none(spring: Coupon) -> None:
    refused = Guest().put("cart/coupon/", code="SPRING")
    assert (refused.status_code, refused.json()["code"]) == (422, "coupon_refused")
    assert not Cart.objects.exists()
