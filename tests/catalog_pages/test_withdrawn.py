import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_category, make_product

from .page import read

pytestmark = pytest.mark.django_db


def test_a_withdrawn_product_is_gone_with_ways_on(client: Client) -> None:
    shirts = make_category(name="Shirts")
    product = make_product(title="<b>Linen</b> shirt", category=shirts, is_published=False)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(product.get_absolute_url())
    page = read(response)
    assert response.status_code == 410
    assert page.text("h1") == "<b>Linen</b> shirt is not sold any more"
    assert page.texts("a", href=shirts.get_absolute_url()) == ["All of Shirts"]
    assert page.with_class("similar-slot")[0].attributes["hx-get"] == f"/p/{product.slug}/similar/"
    assert page.all("meta", name="robots", content="noindex")
    assert not page.all("form", action="/cart/add/")
    assert len(captured) <= 2


def test_its_quick_view_is_gone_too(client: Client) -> None:
    product = make_product(is_published=False)
    assert client.get(f"{product.get_absolute_url()}quick/").status_code == 410


def test_what_looks_like_it_is_still_found(client: Client) -> None:
    shirts = make_category()
    product = make_product(category=shirts, is_published=False)
    other = make_product(title="Linen shirt", category=shirts)
    page = read(client.get(f"/p/{product.slug}/similar/"))
    assert page.texts("a", href=f"{other.get_absolute_url()}?source=similar")
