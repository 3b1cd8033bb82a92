import pytest
from django.test import Client

from catalog.models import Product
from recommendations.models import PhotoQuery
from recommendations.presenters import photo_matches, photo_results
from tests.similar_looks.gallery import make_gallery

from .shop import get, photo, post

pytestmark = pytest.mark.django_db


def test_what_looks_like_the_photo_comes_first(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo(seed=4)})
    assert found.status == 200
    assert found.tiles[0] == shop[4].pk
    assert sorted(found.tiles) == sorted(product.pk for product in shop)
    assert found.heading == "10 items like your photo"


def test_each_can_be_put_into_the_cart_and_leads_back(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})
    assert len(found.page.all("form", action="/cart/add/")) == len(shop)
    both = 2 * len(shop)  # the cart and the wish-list
    assert len(found.page.all("input", name="next", value=found.link)) == both


def test_the_photo_is_in_view_with_its_box(client: Client, shop: list[Product]) -> None:
    page = post(client, {"photo": photo()}).page
    (image,) = page.all("image")
    assert image.attributes["href"].startswith("data:image/jpeg;base64,")
    assert len(page.all("rect", x="0", y="0", width="100", height="100")) == 2


def test_what_is_kept_is_a_vector_and_where_it_looked(client: Client, shop: list[Product]) -> None:
    post(client, {"photo": photo()})
    query = PhotoQuery.objects.get()
    assert query.encoder.key == "colour-histogram"
    assert len(query.vector) == 64
    assert query.box == [0, 0, 1, 1]
    assert [value for value, _ in query.labels["colour"]]
    assert (query.expires_at - query.created_at).total_seconds() == pytest.approx(24 * 3600, abs=60)


def test_what_is_sold_out_or_unpublished_is_not_found(client: Client, shop: list[Product]) -> None:
    gone = [*make_gallery(1, seed=4, stock=0), *make_gallery(1, seed=4, is_published=False)]
    found = post(client, {"photo": photo(seed=4)})
    assert not {product.pk for product in gone} & set(found.tiles)


@pytest.mark.parametrize(
    ("edges", "heading"),
    [
        ({}, "The 10 items most like your photo"),
        (
            {"left": "0", "top": "0", "right": "100", "bottom": "60"},
            "The 10 items most like this part of your photo",
        ),
    ],
)
def test_a_count_that_stops_short_says_so(
    client: Client,
    shop: list[Product],
    edges: dict[str, str],
    heading: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (photo_matches, photo_results):
        monkeypatch.setattr(module, "MOST", len(shop))
    monkeypatch.setattr(photo_results, "PAGE_SIZE", len(shop))
    make_gallery(1)
    assert post(client, {"photo": photo(), **edges}).heading == heading


def test_twenty_four_at_a_time(client: Client, shop: list[Product]) -> None:
    make_gallery(20)
    found = post(client, {"photo": photo()})
    assert len(found.tiles) == 24
    assert found.page.text("button", name="show") == "Show 6 more"

    more = post(client, {**found.fields, "show": "48"})

    assert len(more.tiles) == 30
    assert more.tiles[:24] == found.tiles
    assert not more.page.all("button", name="show")


def test_an_empty_shop_says_so(client: Client, no_shop: None) -> None:
    found = post(client, {"photo": photo()})
    assert (found.status, found.heading) == (200, "No items like this")


def test_search_engines_and_shared_caches_stay_away(client: Client, shop: list[Product]) -> None:
    response = post(client, {"photo": photo()}).response
    assert response["X-Robots-Tag"] == "noindex"
    assert "private" in response["Cache-Control"]


def test_the_link_shows_the_same(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo(seed=4)})
    assert get(client, found.link).tiles == found.tiles
