"""Which list a product was added from stays with it, and who listens is told."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client

from catalog.models import Variant
from shop.models import Cart, CartLine
from shop.signals import added_to_cart
from tests.factories import make_product
from tests.similar_looks.gallery import embed

pytestmark = pytest.mark.django_db

Capture = Callable[..., AbstractContextManager[list[Callable[[], Any]]]]


def source_after(client: Client, variant: Variant, source: str) -> str:
    client.post("/cart/add/", {"sku": variant.sku, "source": source})
    return CartLine.objects.get().source


def test_the_line_keeps_the_last_list_that_has_a_name(client: Client, shirt: Variant) -> None:
    assert source_after(client, shirt, "") == ""
    assert source_after(client, shirt, "similar") == "similar"
    assert source_after(client, shirt, "") == "similar"
    assert source_after(client, shirt, "photo-search") == "photo-search"


@pytest.mark.parametrize("source", ["<b>", "Similar", "x" * 31, "a b", "similar\n"])
def test_what_is_no_name_is_none(client: Client, shirt: Variant, source: str) -> None:
    assert source_after(client, shirt, source) in ("", source.strip())


def test_who_listens_is_told(
    client: Client, shirt: Variant, django_capture_on_commit_callbacks: Capture
) -> None:
    heard: list[dict[str, Any]] = []

    def listen(sender: object, signal: object, **told: Any) -> None:
        heard.append(told)

    added_to_cart.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/cart/add/", {"sku": shirt.sku, "quantity": 2, "source": "similar"})
        client.post("/cart/add/", {"sku": shirt.sku, "quantity": 99})
    added_to_cart.disconnect(listen)
    (told,) = heard
    assert told == {
        "variant_id": shirt.pk,
        "product_id": shirt.product_id,
        "quantity": 2,
        "source": "similar",
        "customer_id": None,
        "token": Cart.objects.get().token,
    }


def test_tiles_of_similar_looks_name_their_list(client: Client) -> None:
    shirts = [make_product(seed=seed) for seed in range(6)]
    embed(shirts)
    for path in ("", "?all=1"):
        page = client.get(f"/p/{shirts[0].slug}/similar/{path}", headers={"HX-Request": "true"})
        assert 'name="source" value="similar"' in page.content.decode()
    assert 'name="source"' not in client.get("/").content.decode()


def test_a_tiles_link_brings_the_list_to_the_products_own_form(client: Client) -> None:
    shirts = [make_product(seed=seed) for seed in range(6)]
    embed(shirts)
    row = client.get(f"/p/{shirts[0].slug}/similar/", headers={"HX-Request": "true"}).content.decode()
    assert '?source=similar"' in row
    page = client.get(f"/p/{shirts[1].slug}/?source=similar").content.decode()
    assert re.search(r'name="source"\s+value="similar"', page)
    plain = client.get(f"/p/{shirts[1].slug}/").content.decode()
    assert 'name="source"' not in plain
