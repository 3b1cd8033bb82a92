"""/api/v1/schema/ and the page that shows it"""

import json
import re

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


def test_it_is_valid_and_nothing_had_to_be_guessed() -> None:
    with GENERATOR_STATS.silence():
        schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
        assert not GENERATOR_STATS
    validate_schema(schema)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(("query", "kind"), [("", "application/vnd.oai.openapi"), ("?format=json", "json")])
def test_both_formats(client: Client, query: str, kind: str) -> None:
    response = client.get(f"/api/v1/schema/{query}")
    assert response.status_code == 200
    assert kind in response["Content-Type"]
    text = response.content.decode()
    assert (json.loads(text)["openapi"] if query else text).startswith("openapi: 3" if not query else "3")


def test_the_page_fetches_nothing_from_elsewhere(client: Client) -> None:
    response = client.get("/api/v1/docs/")
    page = response.content.decode()
    nonce = re.search(r"'nonce-([^']+)'", response["Content-Security-Policy"])
    assert nonce
    assert page.count(f'nonce="{nonce[1]}"') == 2
    assert not re.findall(r'(?:src|href)="(?!/)', page)


def test_what_it_says_of_operations() -> None:
    """A token that may be left out is one way of two, and docstrings are for who changes the view."""
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]  # type: ignore[no-untyped-call]
    assert paths["/api/v1/auth/login/"]["post"]["security"] == [{"guestToken": []}, {}]
    assert "description" not in paths["/api/v1/account/"]["get"]
