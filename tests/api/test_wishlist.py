"""/api/v1/wishlist/"""

import pytest
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product
from shop.models import WishList
from shop.services import wishlist as services
from tests.factories import make_product

from .guest import Guest

pytestmark = pytest.mark.django_db


def slugs(guest: Guest) -> list[str]:
    return [tile["slug"] for tile in guest.get("wishlist/").json()["results"]]


def test_saving_and_taking_off() -> None:
    guest, products = Guest(), [make_product() for _ in range(2)]
    assert slugs(guest) == []
    assert not WishList.objects.exists()
    for product in (*products, products[0]):
        assert guest.put(f"wishlist/{product.slug}/").status_code == 204
    assert slugs(guest) == [products[1].slug, products[0].slug]
    assert slugs(Guest()) == []
    for _ in range(2):
        assert guest.delete(f"wishlist/{products[1].slug}/").status_code == 204
    assert slugs(guest) == [products[0].slug]


def test_what_is_not_sold_any_more() -> None:
    guest, product = Guest(), make_product(title="Linen shirt")
    guest.put(f"wishlist/{product.slug}/")
    Product.objects.update(is_published=False)
    assert guest.get("wishlist/").json() == {
        "results": [],
        "withdrawn": [{"slug": product.slug, "title": "Linen shirt"}],
    }
    assert guest.put(f"wishlist/{product.slug}/").status_code == 404


def test_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    guest = Guest()
    assert guest.put("wishlist/none/").json()["code"] == "not_found"
    assert guest.delete("wishlist/none/").json()["code"] == "not_found"
    monkeypatch.setattr(services, "MAX_WISHES", 0)
    refused = guest.put(f"wishlist/{make_product().slug}/")
    assert (refused.status_code, refused.json()["code"]) == (422, "wishlist_full")
    assert Guest("made-up").get("wishlist/").status_code == 401


def test_queries_for_any_number(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    guest = Guest()
    for _ in range(4):
        guest.put(f"wishlist/{make_product().slug}/")
    with django_assert_num_queries(3):
        assert len(slugs(guest)) == 4
