"""Who may do what: every operation of the schema, asked by everyone. One that is not in the table fails."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from drf_spectacular.generators import SchemaGenerator

from catalog.models import Product
from tests.accounts.people import new_client
from tests.photo_search.conftest import shop, shop_once  # noqa: F401 - fixtures
from tests.photo_search.shop import photo

from .world import World

pytestmark = pytest.mark.django_db


WHO = ("nobody", "guest", "owner", "other", "staff", "expired")
"""Without any token; with a guest's own; the customer that it all belongs to; another one; one who keeps the
shop, which counts for nothing here; and the first customer's after signing out."""

ANYONE = dict.fromkeys(WHO, 200)
HOLDERS = {"nobody": 401, "guest": 200, "owner": 200, "other": 200, "staff": 200, "expired": 401}
OF_A_LINE = {"nobody": 401, "guest": 200, "owner": 200, "other": 404, "staff": 404, "expired": 401}


OF_AN_ORDER = {"nobody": 401, "guest": 200, "owner": 200, "other": 404, "staff": 404, "expired": 401}
CUSTOMERS = {**HOLDERS, "guest": 401}


def customers(status: int) -> dict[str, int]:
    return {who: status if good == 200 else good for who, good in CUSTOMERS.items()}


def holders(status: int) -> dict[str, int]:
    return {who: status if good == 200 else good for who, good in HOLDERS.items()}


def entrance(status: int) -> dict[str, int]:
    """Open to all, but for a guest's token that was not given out here."""
    return {**dict.fromkeys(WHO, status), "expired": 401}


TABLE: dict[str, dict[str, int]] = {
    "categories_list": ANYONE,
    "facets_retrieve": ANYONE,
    "products_list": ANYONE,
    "products_retrieve": ANYONE,
    "products_similar_list": ANYONE,
    "products_complete_the_look_list": ANYONE,
    "recently_viewed_list": ANYONE,
    "visual_searches_create": dict.fromkeys(WHO, 201),
    "visual_searches_retrieve": {**ANYONE, "other": 403, "expired": 403},
    "visual_searches_destroy": {**dict.fromkeys(WHO, 403), "owner": 204},
    # With a token of a system that feeds the catalogue: tests/merchant_api.
    **{f"merchant_{what}_create": dict.fromkeys(WHO, 401) for what in ("products", "variants", "images")},
    "carts_create": dict.fromkeys(WHO, 201),
    "cart_retrieve": HOLDERS,
    "cart_quote_retrieve": HOLDERS,
    "cart_coupon_update": HOLDERS,
    "cart_coupon_destroy": HOLDERS,
    "cart_lines_create": holders(201),
    "cart_lines_partial_update": OF_A_LINE,
    "cart_lines_destroy": OF_A_LINE,
    "wishlist_list": HOLDERS,
    "wishlist_update": holders(204),
    "wishlist_destroy": holders(204),
    "countries_list": ANYONE,
    "countries_retrieve": ANYONE,
    "orders_list": {**HOLDERS, "guest": 403},
    "orders_create": holders(201),
    "orders_retrieve": OF_AN_ORDER,
    "orders_confirmation_create": OF_AN_ORDER,
    "orders_card_create": OF_AN_ORDER,
    "orders_reorder_create": {**OF_AN_ORDER, "guest": 401},
    "account_retrieve": CUSTOMERS,
    "account_partial_update": CUSTOMERS,
    "account_password_create": CUSTOMERS,
    "account_email_create": customers(204),
    "account_data_retrieve": CUSTOMERS,
    "account_deletion_create": {**customers(204), "owner": 422, "staff": 403},
    "account_addresses_list": CUSTOMERS,
    "account_addresses_create": customers(201),
    "account_addresses_update": {**customers(404), "owner": 200},
    "account_addresses_destroy": {**customers(404), "owner": 204},
    "account_addresses_first_create": {**customers(404), "owner": 204},
    "account_recently_viewed_list": CUSTOMERS,
    "account_recently_viewed_update": customers(204),
    "account_recently_viewed_destroy": customers(204),
    "auth_login": entrance(200),
    "auth_signup": entrance(202),
    "auth_code_create": entrance(202),
    "auth_code_confirm": entrance(409),
    "auth_email_confirm": entrance(400),
    "auth_password_reset": entrance(204),
    "auth_password_reset_confirm": entrance(400),
    "auth_refresh": entrance(200),
    "auth_session_destroy": {**dict.fromkeys(WHO, 204), "nobody": 401, "guest": 401, "expired": 401},
}


@cache
def schema() -> dict[str, Any]:
    return SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call, no-any-return]


def operations() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Id, method, path and description of each."""
    for path, methods in schema()["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path, operation


def test_every_operation_is_in_the_table() -> None:
    assert {name for name, *_rest in operations()} == set(TABLE)


@pytest.mark.parametrize("who", WHO)
def test_who_may(who: str, shop: list[Product]) -> None:  # noqa: F811
    world, client = World(shop), new_client()
    headers = world.headers(who)
    answered = {}
    for name, method, path, _ in operations():
        sent: dict[str, Any] = {}
        if name == "visual_searches_create":
            sent = {"data": {"photo": photo(4)}}
        elif (body := world.body(name)) is not None:
            sent = {"data": body, "content_type": "application/json"}
        before = transaction.savepoint()
        if name == "orders_create":
            headers = {**headers, "Idempotency-Key": "a-key-of-its-own"}
        answered[name] = getattr(client, method)(world.path(path), **sent, headers=headers).status_code
        transaction.savepoint_rollback(before)
    assert answered == {name: statuses[who] for name, statuses in TABLE.items()}


def test_every_operation_is_described() -> None:
    for name, method, path, operation in operations():
        assert operation["summary"], name
        answers = operation["responses"]
        assert {"400", "429", "503"} <= set(answers), name
        assert ("404" in answers) == ("{" in path), name
        assert ("401" in answers) == ("401" in map(str, TABLE[name].values())), name
        for status, answer in answers.items():
            if status >= "400":
                (media,) = answer["content"].items()
                assert media[0] == "application/problem+json"
                assert media[1]["examples"]
            elif status != "204":
                assert answer["content"]["application/json"]["examples"], f"{method} {path}: no example"
