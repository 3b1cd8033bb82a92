"""What is put into carts and bought is counted with the list that it came from, and forgotten in time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from catalog.models import Product
from recommendations.models import Interaction
from recommendations.services.interactions import count_sale, forget_old, write_waiting
from recommendations.shoppers import holder_key
from shop.holder import Holder
from shop.models import Cart, Order
from tests.factories import make_product
from tests.orders.kit import make_delivery, place

from .conftest import Get

pytestmark = pytest.mark.django_db
Capture = Callable[..., AbstractContextManager[list[Any]]]


@pytest.fixture
def shirt() -> Product:
    return make_product(images=0)


def add(client: Client, product: Product, source: str = "similar") -> None:
    client.post("/cart/add/", {"sku": product.variants.get().sku, "source": source})


def places(kind: str) -> list[str]:
    write_waiting()
    return list(Interaction.objects.filter(kind=kind).values_list("place", flat=True))


def test_added_under_the_carts_key(
    client: Client, shirt: Product, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add(client, shirt)
        add(client, shirt)
        add(client, shirt, "forged")
    assert sorted(places("added")) == ["", "similar"]
    keys = set(Interaction.objects.values_list("shopper", flat=True))
    assert keys == {holder_key(Holder(token=Cart.objects.get().token))}


def test_bought_until_it_is_cancelled(client: Client, shirt: Product) -> None:
    add(client, shirt)
    make_delivery()
    order = place(Cart.objects.get())
    count_sale(order_id=order.pk)
    count_sale(order_id=order.pk)
    assert places("bought") == ["similar"]
    Order.objects.update(state="cancelled")
    count_sale(order_id=order.pk)
    assert places("bought") == []


def test_kept_for_the_days_of_the_setting(client: Client, shirt: Product, settings: Any, get: Get) -> None:
    get(f"{shirt.get_absolute_url()}?source=similar")
    assert places("clicked") == ["similar"]
    settings.VITRINE_INTERACTION_DAYS = 7
    assert forget_old() == 0
    Interaction.objects.update(day=timezone.localdate() - timedelta(days=8))
    assert forget_old() == 1


def test_an_account_takes_its_history_along(client: Client, shirt: Product, get: Get) -> None:
    customer = get_user_model().objects.create_user("ann")
    client.force_login(customer)
    get(f"{shirt.get_absolute_url()}?source=similar")
    assert places("clicked") == ["similar"]
    customer.delete()
    assert not Interaction.objects.exists()
