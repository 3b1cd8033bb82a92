import pytest
from django.test import Client

from tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["no-such-product", "%00", "..", "a" * 500])
def test_a_slug_that_names_nothing(client: Client, slug: str) -> None:
    assert client.get(f"/p/{slug}/similar/").status_code == 404


def test_a_product_that_is_not_published(client: Client) -> None:
    product = make_product(is_published=False)
    assert client.get(f"/p/{product.slug}/similar/").status_code == 404
