import pytest
from django.test import Client

from tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["no-such-product", "%00", "..", "a" * 500])
def test_a_slug_that_names_nothing(client: Client, slug: str) -> None:
    assert client.get(f"/p/{slug}/similar/").status_code == 404


def test_a_withdrawn_product_still_has_looks_like_it(client: Client) -> None:
    product = make_product(is_published=False)
    assert client.get(f"/p/{product.slug}/similar/").status_code == 200


@pytest.mark.parametrize("size", ["M" * 5000, "<b>", "\x00M\x00L"])
def test_a_size_that_nothing_has(client: Client, size: str) -> None:
    product = make_product()
    make_product(category=product.category)
    response = client.get(f"/p/{product.slug}/similar/", {"size": size})
    assert response.status_code == 200
    assert "nothing else in this category" in response.content.decode()


def test_a_size_leaves_what_can_be_had_in_it(client: Client) -> None:
    product = make_product()
    large = make_product(title="Large shirt", category=product.category, sizes=["L"])
    small = make_product(title="Small shirt", category=product.category, sizes=["S"])
    page = client.get(f"/p/{product.slug}/similar/", {"size": "L"}).content.decode()
    assert "Similar looks in L" in page
    assert large.get_absolute_url() in page
    assert small.get_absolute_url() not in page
