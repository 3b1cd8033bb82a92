"""GET /api/v1/products/"""

import gzip
from typing import Any

import pytest
from django.test import Client

from catalog.models import Product
from tests.factories import make_category, make_product, make_variant

pytestmark = pytest.mark.django_db

URL = "/api/v1/products/"


def slugs(client: Client, url: str = URL) -> list[str]:
    response = client.get(url)
    assert response.status_code == 200, response.content
    return [tile["slug"] for tile in response.json()["results"]]


def all_pages(client: Client, url: str) -> list[str]:
    found: list[str] = []
    while url:
        answer = client.get(url).json()
        found += [tile["slug"] for tile in answer["results"]]
        url = answer["next"]
    return found


def test_a_tile(client: Client) -> None:
    product = make_product(title="Linen shirt", colours=["Blue"], sizes=["M", "L"])
    (tile,) = client.get(URL).json()["results"]
    assert tile["slug"] == product.slug
    assert tile["url"] == f"http://testserver{product.get_absolute_url()}"
    assert tile["price"] == {"amount": "19.99", "minor": 1999, "currency": "EUR", "text": "€19.99"}
    assert (tile["in_stock"], tile["price_varies"], tile["colours"]) == (True, False, ["Blue"])
    assert [variant["label"] for variant in tile["variants"]] == ["M", "L"]
    assert tile["image"]["url"].startswith("http://testserver/media/")
    assert (tile["image"]["width"], tile["image"]["height"]) == (48, 64)


def fill() -> list[Product]:
    """Ties in price, one sold out, one without variants."""
    made = [
        make_product(title=f"Linen shirt {number}", price_minor=1000 * (number % 3 + 1))
        for number in range(8)
    ]
    made.append(make_product(title="Linen scarf", stock=0))
    made.append(make_product(title="Linen belt", colours=[]))
    return made


@pytest.mark.parametrize(
    "query", ["", "sort=price_up", "sort=price_down", "q=linen", "q=linen&sort=price_up"]
)
def test_pages_of_any_size_make_the_same_list(client: Client, query: str) -> None:
    fill()
    whole = slugs(client, f"{URL}?{query}&limit=96")
    assert len(set(whole)) == 10
    for size in (1, 3, 7):
        assert all_pages(client, f"{URL}?{query}&limit={size}") == whole


def test_what_is_new_meanwhile_moves_nothing(client: Client) -> None:
    fill()
    whole = slugs(client)
    first = client.get(f"{URL}?limit=4").json()
    make_product(title="Later")
    rest = all_pages(client, first["next"])
    assert [tile["slug"] for tile in first["results"]] + rest == whole


def test_only_what_is_sold(client: Client) -> None:
    make_product(is_published=False)
    assert slugs(client) == []


def test_filters_hold_for_one_variant(client: Client) -> None:
    product = make_product(colours=["Blue"], sizes=["M"], product_type="Shirt", gender="women")
    make_variant(product, colour="Red", size="L", stock=0)
    found = [product.slug]
    assert slugs(client, f"{URL}?colour=Blue&size=M&type=Shirt&gender=women&in_stock=true") == found
    assert slugs(client, f"{URL}?colour=Red") == found
    assert slugs(client, f"{URL}?colour=Red&in_stock=true") == []
    assert slugs(client, f"{URL}?colour=Red&size=M") == []
    assert slugs(client, f"{URL}?size=M&size=L&price_min=19.99&price_max=20") == found
    assert slugs(client, f"{URL}?price_min=20") == []


def test_a_category_with_all_below_it(client: Client) -> None:
    root = make_category()
    product = make_product(category=make_category(parent=root))
    make_product()
    assert slugs(client, f"{URL}?category={root.slug}") == [product.slug]


def test_words(client: Client) -> None:
    product = make_product(title="Linen shirt")
    answer = client.get(f"{URL}?q=linnen").json()
    assert [tile["slug"] for tile in answer["results"]] == [product.slug]
    assert answer["search"] == {"corrected": "linen", "suggestion": "", "some_words": False}
    assert client.get(URL).json()["search"] is None


def test_fewer_fields(client: Client) -> None:
    product = make_product(title="Linen shirt")
    (tile,) = client.get(f"{URL}?only=slug,title").json()["results"]
    assert tile == {"slug": product.slug, "title": "Linen shirt"}


REFUSED = {
    "colour=Mauve": ("colour", "invalid_choice"),
    "clour=Blue": ("clour", "unknown_parameter"),
    "in_stock=maybe": ("in_stock", "invalid_choice"),
    "price_min=cheap": ("price_min", "invalid"),
    "price_min=1.999": ("price_min", "invalid"),
    "price_min=NaN": ("price_min", "invalid"),
    "price_max=1e99": ("price_max", "max_value"),
    "price_min=5&price_max=4": ("price_min", "invalid"),
    "sort=best": ("sort", "invalid_choice"),
    "limit=0": ("limit", "min_value"),
    f"limit={'9' * 5000}": ("limit", "invalid"),
    "limit=97": ("limit", "max_value"),
    "only=slug,secret": ("only", "unknown_field"),
    "category=no-such": ("category", "unknown_category"),
    "category=%00": ("category", "null_characters_not_allowed"),
    "size=%00": ("size", "invalid_choice"),
    "q=%00": ("q", "null_characters_not_allowed"),
    f"q={'x' * 201}": ("q", "max_length"),
    "cursor=made-up": ("cursor", "invalid_cursor"),
    "cursor=%00": ("cursor", "null_characters_not_allowed"),
    "q=%ff%fe": ("q", "invalid_utf8"),
}


@pytest.mark.parametrize(("query", "expected"), REFUSED.items())
def test_what_is_not_understood_is_named(client: Client, query: str, expected: tuple[str, str]) -> None:
    make_product()
    response = client.get(f"{URL}?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    problem: dict[str, Any] = response.json()
    assert problem["code"] == "invalid"
    assert [(error["field"], error["code"]) for error in problem["errors"]] == [expected]
    assert "left out" not in problem["detail"]
    assert problem["request_id"] == response["X-Request-ID"]


@pytest.mark.parametrize("other", ["sort=price_up", "q=linen", "colour=Blue"])
def test_a_cursor_is_good_for_its_list_alone(client: Client, other: str) -> None:
    fill()
    cursor = client.get(f"{URL}?limit=2").json()["next"].partition("cursor=")[2].partition("&")[0]
    problem = client.get(f"{URL}?{other}&cursor={cursor}").json()
    assert problem["errors"][0]["code"] == "cursor_of_another_list"
    assert client.get(f"{URL}?limit=3&only=slug&cursor={cursor}").status_code == 200


def test_an_answer_that_still_holds_is_not_sent_again(client: Client) -> None:
    product = make_product()
    response = client.get(URL)
    assert response["Cache-Control"] == "public, no-cache" or set(response["Cache-Control"].split(", ")) == {
        "public",
        "no-cache",
    }
    again = client.get(URL, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    product.variants.update(stock=0)
    assert client.get(URL, headers={"If-None-Match": response["ETag"]}).status_code == 200


def test_compressed_and_still_conditional(client: Client) -> None:
    fill()
    packed = client.get(URL, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert {"Accept-Encoding", "Accept-Language"} <= {name.strip() for name in packed["Vary"].split(",")}
    assert gzip.decompress(packed.content) == client.get(URL).content
    again = client.get(URL, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
