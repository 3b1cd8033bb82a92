"""Which other origins' pages may call the API."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from shop.guest_tokens import HEADER

APP = "https://app.example"


def preflight(client: Client, path: str) -> Any:
    asked = {"Origin": APP, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": HEADER}
    return client.options(path, headers=asked)


def test_none_unless_named(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in preflight(client, "/api/v1/cart/lines/")


@pytest.mark.parametrize("header", [HEADER, "Search-Token", "X-Request-ID", "Accept-Language"])
def test_a_named_one_may_send_our_headers(client: Client, settings: Settings, header: str) -> None:
    settings.CORS_ALLOWED_ORIGINS = [APP]
    answer = preflight(client, "/api/v1/cart/lines/")
    assert answer["Access-Control-Allow-Origin"] == APP
    assert header.lower() in answer["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer


def test_and_read_them(client: Client, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [APP]
    answer = client.get("/api/v1/none/", headers={"Origin": APP})
    assert {"etag", "retry-after", "x-request-id"} <= set(
        answer["Access-Control-Expose-Headers"].lower().split(", ")
    )


def test_pages_are_nobody_elses(client: Client, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [APP]
    assert "Access-Control-Allow-Origin" not in preflight(client, "/cart/add/")
