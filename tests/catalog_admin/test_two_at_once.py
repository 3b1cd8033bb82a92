"""Two people edit one product: the second is told, and loses nothing."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product
from tests.factories import make_image, make_product, make_variant

from .forms import product_form, variant_form_of

pytestmark = pytest.mark.django_db


def _address(product: Product) -> str:
    return reverse("admin:catalog_product_change", args=[product.pk])


def _seen(page: str) -> str:
    (seen,) = re.findall(r'name="seen" value="([^"]*)"', page)
    return str(seen)


def test_the_second_is_told_what_changed_and_keeps_what_was_typed(owner: Client) -> None:
    product = make_product(title="Linen shirt", images=0)
    variant = product.variants.get()
    first = second = _seen(owner.get(_address(product)).content.decode())
    form = product_form(
        product.category, title="Linen blouse", variants=[variant_form_of(variant) | {"price": "30"}]
    )
    assert owner.post(_address(product), form | {"seen": first}).status_code == 302

    mine = product_form(
        product.category, description="Typed for an hour", variants=[variant_form_of(variant)]
    )
    answer = owner.post(_address(product), mine | {"seen": second})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "owner (" in page
    assert "changed this product while you had it open" in page
    assert "title: Linen shirt → Linen blouse" in page
    assert f"{variant.sku}, price: €19.99 → €30.00" in page
    assert "Typed for an hour" in page
    assert Product.objects.get().title == "Linen blouse"

    assert owner.post(_address(product), mine | {"seen": _seen(page)}).status_code == 302
    assert Product.objects.get().description == "Typed for an hour"


def test_a_change_by_a_system_is_told_too(owner: Client) -> None:
    product = make_product(images=0)
    seen = _seen(owner.get(_address(product)).content.decode())
    product.variants.update(price_minor=1)
    page = owner.post(_address(product), product_form(product.category, seen=seen)).content.decode()
    assert "An import, a bulk edit or another system changed this product" in page


def test_sales_and_additions_hold_nobody_up(owner: Client) -> None:
    product = make_product(stock=5)
    seen = _seen(owner.get(_address(product)).content.decode())
    product.variants.update(stock=1)
    make_image(product, seed=70, position=5)
    make_variant(product, size="XXL")
    assert owner.post(_address(product), product_form(product.category, seen=seen)).status_code == 302


def test_a_seal_that_is_broken_holds_nobody_up(owner: Client) -> None:
    product = make_product()
    assert owner.post(_address(product), product_form(product.category, seen="nonsense")).status_code == 302
