from decimal import Decimal

import pytest
from django.core.management import call_command
from django.test import override_settings

from catalog.models import Product, Variant
from catalog.money import Money
from shop.models import ShippingMethod, ShippingRate, TaxRate
from shop.quotes import delivery_countries, delivery_options, tax_percent

from .kit import buy, make_delivery

pytestmark = pytest.mark.django_db


def prices(country_code: str, goods: int, grams: int = 0) -> list[int]:
    options = delivery_options(country_code=country_code, goods=Money(goods, "EUR"), grams=grams)
    return [option.price.minor for option in options]


def test_a_countrys_own_rate_comes_before_that_of_everywhere() -> None:
    make_delivery(price_minor=990)
    make_delivery(price_minor=490, country_code="DE")
    assert (prices("DE", 100), prices("FR", 100)) == ([490], [990])


def test_the_highest_step_that_the_goods_reach_holds() -> None:
    method = make_delivery()
    ShippingRate.objects.create(method=method, price_minor=0, from_total_minor=5000)
    assert (prices("DE", 4999), prices("DE", 5000)) == ([490], [0])


def test_the_highest_step_of_weight_comes_before_those_of_the_total() -> None:
    method = make_delivery()
    for grams, total, price in ((0, 5000, 0), (2000, 0, 990), (2000, 9000, 300)):
        ShippingRate.objects.create(
            method=method, from_grams=grams, from_total_minor=total, price_minor=price
        )
    steps = [(1999, 4999), (1999, 5000), (2000, 5000), (2000, 9000)]
    assert [prices("DE", goods, grams)[0] for grams, goods in steps] == [490, 0, 990, 300]


def test_an_order_pays_for_the_weight_of_its_parcel(shirt: Variant) -> None:
    ShippingRate.objects.create(method=ShippingMethod.objects.get(), from_grams=1000, price_minor=990)
    assert (shirt.product.product_type, shirt.product.grams) == ("Shirt", 400)
    assert buy(shirt, quantity=2).shipping_minor == 490
    Product.objects.update(weight_grams=500)
    assert buy(shirt, quantity=2).shipping_minor == 990


def test_another_currency_or_country_has_no_way() -> None:
    make_delivery(country_code="FR", currency="JPY")
    assert prices("FR", 100) == []
    assert delivery_countries() == ["FR"]


def test_a_way_that_is_not_offered_has_no_price() -> None:
    make_delivery()
    ShippingMethod.objects.update(is_active=False)
    assert prices("DE", 100) == []


def test_a_country_without_a_rate_has_no_tax() -> None:
    make_delivery()
    assert tax_percent(country_code="DE") == Decimal(19)
    assert tax_percent(country_code="US") == Decimal(0)


@pytest.mark.parametrize(("currency", "price"), [("EUR", 490), ("KRW", 4900), ("KWD", 4900)])
def test_a_new_shop_delivers_at_once(currency: str, price: int) -> None:
    with override_settings(VITRINE_CURRENCY=currency):
        call_command("load_delivery")
        call_command("load_delivery")
    assert ShippingMethod.objects.count() == 2
    usual = ShippingRate.objects.get(method__code="standard", from_total_minor=0, from_grams=0)
    assert usual.price_minor == price
    assert TaxRate.objects.get(country_code="CH").percent == Decimal("8.1")
