"""What balancers ask."""

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from operations import readiness


def test_health_asks_nobody(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    response = client.get("/healthz", headers={"Host": "10.1.2.3:8000"})
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Cache-Control"] == "no-store"


def test_ready(client: Client, db: None, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["shop.example"]
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/readyz", headers={"Host": "10.1.2.3:8000"})
    assert response.json() == {"ready": True, "database": "ok", "schema": "ok", "broker": "ok"}


def test_a_shop_without_its_broker_is_ready(client: Client, db: None, settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/readyz")
    assert (response.status_code, response.json()["broker"]) == (200, "unreachable")


def test_a_shop_without_its_database_is_not(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = connection.copy()
    away.settings_dict["PORT"] = "1"
    monkeypatch.setattr(readiness, "connection", away)
    response = client.get("/readyz")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response.json() == {"ready": False, "database": "unreachable", "schema": "unknown", "broker": "ok"}


def test_an_old_schema_is_not_ready(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    readiness._check_schema.cache_clear()
    monkeypatch.setattr(readiness, "pending_migrations", lambda: ["shop.0099_next"])
    response = client.get("/readyz")
    assert (response.status_code, response.json()["schema"]) == (503, "behind")
