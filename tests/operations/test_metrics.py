"""What Prometheus reads, and who may."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django import Settings

from operations.broker import broker_client
from operations.metrics.facts import Facts
from operations.recall import measure_recall
from operations.tasks import heartbeat, watch_recall
from recommendations.services.embedding import embed_images
from tests.factories import make_product

DASHBOARD = Path(project.BASE_DIR) / "deploy" / "grafana" / "vitrine.json"


def value(text: str, series: str) -> float:
    (found,) = re.findall(rf"^{re.escape(series)} (\S+)$", text, re.MULTILINE)
    return float(found)


def read(client: Client) -> str:
    return client.get("/metrics").content.decode()


def test_requests_are_counted_by_view_not_by_address(client: Client, db: None) -> None:
    series = 'vitrine_requests_total{method="GET",status="404",view="catalog:product"}'
    client.get("/p/ada-lovelace/")
    before = value(read(client), series)
    client.get("/p/another/")
    text = read(client)
    assert value(text, series) == before + 1
    assert "ada-lovelace" not in text


def test_a_search_by_photo_is_timed_stage_by_stage(client: Client, db: None) -> None:
    product = make_product()
    embed_images(image_ids=[image.pk for image in product.images.all()])
    with product.images.all()[0].file.open() as photo:
        assert client.post("/visual-search/", {"photo": photo}).status_code == 200
    stages = set(re.findall(r'vitrine_search_stage_milliseconds_count\{stage="(\w+)"\}', read(client)))
    assert stages >= {"decode", "regions", "encode", "search", "page"}


def test_facts_come_from_database_and_broker(client: Client, db: None) -> None:
    make_product(images=2)
    with broker_client() as broker:
        broker.delete("embed")
        broker.lpush("embed", "a", "b", "c")
    text = read(client)
    with broker_client() as broker:
        broker.delete("embed")
    assert value(text, 'vitrine_queue_messages{queue="embed"}') == 3
    assert value(text, 'vitrine_embedding_images{state="missing"}') == 2
    assert value(text, "vitrine_embedding_lag_seconds") >= 0
    assert value(text, "vitrine_orders_placed_total") == 0
    assert value(text, 'vitrine_up{part="database"}') == 1


def test_a_part_that_is_away_is_said_to_be(client: Client, db: None, settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    text = read(client)
    assert value(text, 'vitrine_up{part="broker"}') == 0
    assert value(text, 'vitrine_up{part="database"}') == 1
    assert "vitrine_queue_messages{" not in text


def test_beat_and_recall_are_heard_of(client: Client, db: None) -> None:
    product = make_product()
    embed_images(image_ids=[image.pk for image in product.images.all()])
    heartbeat()
    watch_recall()
    text = read(client)
    assert value(text, "vitrine_beat_age_seconds") < 5
    assert value(text, "vitrine_live_recall") == measure_recall() == 1


@pytest.mark.parametrize(
    ("headers", "address", "status"),
    [
        ({}, "127.0.0.1", 200),
        ({}, "203.0.113.9", 404),
        ({"X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", 404),
        ({"Authorization": "Bearer open"}, "203.0.113.9", 200),
        ({"Authorization": "Bearer shut"}, "203.0.113.9", 404),
        ({"Authorization": "Bearer "}, "", 404),
    ],
)
def test_who_may_read(
    client: Client, db: None, settings: Settings, headers: dict[str, str], address: str, status: int
) -> None:
    settings.VITRINE_METRICS_TOKEN = "open"
    assert client.get("/metrics", headers=headers, REMOTE_ADDR=address).status_code == status


def test_the_dashboard_shows_metrics_that_there_are(db: None, client: Client) -> None:
    heartbeat()
    text = read(client) + "vitrine_live_recall"
    asked = {
        name
        for panel in json.loads(DASHBOARD.read_text())["panels"]
        for target in panel.get("targets", [])
        for name in re.findall(r"vitrine_\w+", target["expr"])
    }
    assert len(asked) > 10
    assert {name for name in asked if name not in text} == set()
    assert {metric.name for metric in Facts().collect()} >= {"vitrine_up"}
