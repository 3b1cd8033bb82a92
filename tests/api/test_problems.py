"""Errors that no endpoint makes itself."""

import logging

import pytest
from django.test import Client

from catalog.api.categories import CategoriesView


@pytest.mark.parametrize("path", ["", "carts", "nothing/", "products", "products/a/b/c/", "%00/"])
def test_addresses_that_lead_nowhere(client: Client, path: str) -> None:
    for response in (client.get(f"/api/v1/{path}"), client.post(f"/api/v1/{path}")):
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
        assert response.json()["code"] == "not_found"


def test_what_nobody_expected(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(CategoriesView, "get", fail)
    client.raise_request_exception = False
    response = client.get("/api/v1/categories/")
    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert response.json()["code"] == "server_error"


def test_a_page_keeps_its_error_page(client: Client, db: None) -> None:
    assert "html" in client.get("/p/none/")["Content-Type"]


def test_the_id_of_a_request_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    given = client.get("/api/v1/nothing/", headers={"X-Request-ID": "phone-12345678"})
    assert given["X-Request-ID"] == given.json()["request_id"] == "phone-12345678"
    (record,) = [record for record in caplog.records if record.name == "django.request"]
    assert "phone-12345678" in _written(record)
    forged = client.get("/api/v1/nothing/", headers={"X-Request-ID": "two words\u00e9"})
    assert len(forged["X-Request-ID"]) == 32


def _written(record: logging.LogRecord) -> str:
    handler = next(h for h in logging.getLogger().handlers if h.filters)
    handler.filter(record)
    return handler.format(record)
