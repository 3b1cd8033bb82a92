"""What apps are shown, open and add is counted like what pages do, where a token says whose it is."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from recommendations.models import Interaction
from recommendations.services.interactions import write_waiting
from shop.models import CartLine
from tests.api.customer import Customer
from tests.api.guest import Caller, Guest
from tests.photo_search.conftest import make_shop
from tests.photo_search.shop import photo
from tests.similar_looks.gallery import make_gallery

pytestmark = pytest.mark.django_db

APP = {"User-Agent": "ShopApp/2.1 okhttp/4.12"}


@pytest.fixture
def shirts() -> list[Product]:
    return make_gallery(6)


def written() -> list[tuple[Any, ...]]:
    write_waiting()
    rows = Interaction.objects.order_by("pk")
    return list(rows.values_list("kind", "place", "product_id", "anchor_id", "position"))


@pytest.mark.parametrize("caller", [Guest, Customer])
def test_shown_opened_and_added(shirts: list[Product], caller: type[Caller]) -> None:
    app = caller()  # type: ignore[call-arg]
    for _again in range(2):
        tiles = app.get(f"products/{shirts[0].slug}/similar/", **APP).json()["results"]
    shown = written()
    assert [row[4] for row in shown] == [1, 2, 3, 4, 5]
    assert {row[:2] + row[3:4] for row in shown} == {("shown", "similar", shirts[0].pk)}
    second = Product.objects.get(slug=tiles[1]["slug"])
    assert app.get(f"products/{second.slug}/?source=similar", **APP).status_code == 200
    sku = second.variants.all()[0].sku
    assert app.post("cart/lines/", sku=sku, quantity=1, source="similar").status_code == 201
    assert written()[5:] == [("clicked", "similar", second.pk, shirts[0].pk, 2)]
    assert CartLine.objects.get().source == "similar"
    assert Interaction.objects.values("shopper").distinct().count() == 1


def test_without_a_token_nobody_is_counted(shirts: list[Product]) -> None:
    stranger = Caller({"User-Agent": "Mozilla/5.0 (X11; rv:140.0) Firefox/140.0"})
    stranger.get(f"products/{shirts[0].slug}/similar/")
    stranger.get(f"products/{shirts[1].slug}/?source=similar")
    Caller({"Guest-Token": "made-up", "Authorization": "Bearer a.b.c"}).get(
        f"products/{shirts[0].slug}/similar/"
    )
    assert written() == []


def test_the_next_part_of_a_search_by_photo_keeps_its_places() -> None:
    make_shop()
    guest = Guest()
    found = guest.client.post(
        "/api/v1/visual-searches/", {"photo": photo(4), "limit": 3}, headers=guest.headers
    ).json()
    guest.client.get(found["next"], headers=guest.headers)
    assert [row[4] for row in written()] == [1, 2, 3, 4, 5, 6]


def test_counting_asks_the_database_nothing(shirts: list[Product]) -> None:
    url = f"products/{shirts[0].slug}/similar/"
    stranger, customer = Caller({}), Customer()
    stranger.get(url)
    with CaptureQueriesContext(connection) as of_a_stranger:
        stranger.get(url)
    with CaptureQueriesContext(connection) as counted:
        customer.get(url)
    assert len(counted) == len(of_a_stranger)


@pytest.mark.parametrize("source", ["x" * 31, "Similar!", 7])
def test_what_cannot_be_a_list_is_refused(shirts: list[Product], source: object) -> None:
    body = {"sku": shirts[0].variants.all()[0].sku, "quantity": 1, "source": source}
    assert Guest().post("cart/lines/", **body).status_code == 400
