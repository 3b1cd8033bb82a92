"""Who may do what: every operation of the schema, asked by everyone. One that is not in the table fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from catalog.models import Product
from tests.photo_search.conftest import shop  # noqa: F401 - a fixture
from tests.photo_search.shop import photo

from .guest import Guest

pytestmark = pytest.mark.django_db

WHO = ("guest", "owner", "other", "staff", "expired")
"""Without any token; with the token of what is asked for; with another; signed in to the pages as staff,
which counts for nothing here; with a token that is not good any more."""

ANYONE = dict.fromkeys(WHO, 200)

TABLE: dict[str, dict[str, int]] = {
    "categories_list": ANYONE,
    "facets_retrieve": ANYONE,
    "products_list": ANYONE,
    "products_retrieve": ANYONE,
    "products_similar_list": ANYONE,
    "recently_viewed_list": ANYONE,
    "visual_searches_create": dict.fromkeys(WHO, 201),
    "visual_searches_retrieve": {"guest": 200, "owner": 200, "other": 403, "staff": 200, "expired": 403},
    "visual_searches_destroy": {"guest": 403, "owner": 204, "other": 403, "staff": 403, "expired": 403},
    "carts_create": dict.fromkeys(WHO, 201),
    "cart_retrieve": {"guest": 401, "owner": 200, "other": 200, "staff": 401, "expired": 401},
    "cart_lines_create": {"guest": 401, "owner": 201, "other": 201, "staff": 401, "expired": 401},
    "cart_lines_partial_update": {"guest": 401, "owner": 200, "other": 404, "staff": 401, "expired": 401},
    "cart_lines_destroy": {"guest": 401, "owner": 200, "other": 404, "staff": 401, "expired": 401},
    "wishlist_list": {"guest": 401, "owner": 200, "other": 200, "staff": 401, "expired": 401},
    "wishlist_update": {"guest": 401, "owner": 204, "other": 204, "staff": 401, "expired": 401},
    "wishlist_destroy": {"guest": 401, "owner": 204, "other": 204, "staff": 401, "expired": 401},
}


def operations() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Id, method, path and description of each."""
    schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path, operation


def test_every_operation_is_in_the_table() -> None:
    assert {name for name, *_rest in operations()} == set(TABLE)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", TABLE)
def test_who_may(name: str, who: str, shop: list[Product]) -> None:  # noqa: F811
    product, owner = shop[4], Guest()
    sku = product.variants.get().sku
    owner.post("cart/lines/", sku=sku, quantity=1)
    search, another = (Client().post("/api/v1/visual-searches/", {"photo": photo(4)}).json() for _ in "ab")
    tokens = {
        "guest": ("", ""),
        "owner": (owner.token, search["token"]),
        "other": (Guest().token, another["token"]),
        "staff": ("", ""),
        "expired": (f"{owner.token}x", f"{search['token']}x"),
    }[who]
    client = Client(headers=dict(zip(("Guest-Token", "Search-Token"), filter(None, tokens), strict=False)))
    if who == "staff":
        client.force_login(User.objects.create_superuser("staff"))
    (method, path) = next((method, path) for id_, method, path, _ in operations() if id_ == name)
    path = path.replace("{sku}", sku).replace("{token}", search["id"]).replace("{slug}", product.slug)
    body: dict[str, Any] = {"data": {"sku": sku, "quantity": 2}, "content_type": "application/json"}
    if name == "visual_searches_create":
        body = {"data": {"photo": photo(4)}}
    elif method in ("get", "delete", "put"):
        body = {}
    assert getattr(client, method)(path, **body).status_code == TABLE[name][who]


def test_every_operation_is_described() -> None:
    for name, method, path, operation in operations():
        assert operation["summary"], name
        answers = operation["responses"]
        assert {"400", "429"} <= set(answers), name
        assert ("404" in answers) == ("{" in path), name
        assert ("401" in answers) == ("401" in map(str, TABLE[name].values())), name
        for status, answer in answers.items():
            if status >= "400":
                (media,) = answer["content"].items()
                assert media[0] == "application/problem+json"
                assert media[1]["examples"]
            elif status != "204":
                assert answer["content"]["application/json"]["examples"], f"{method} {path}: no example"
