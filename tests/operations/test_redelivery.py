"""What a killed worker had taken."""

import time
from types import SimpleNamespace

import pytest

from config.celery import app
from operations import redelivery
from operations.broker import broker_client
from operations.redelivery import YOUNG_SECONDS, give_back
from operations.tasks import heartbeat

QUEUE = "redelivery-test"


def waiting() -> int:
    with broker_client() as client:
        return int(client.llen(QUEUE))


def test_it_waits_in_its_queue_again() -> None:
    heartbeat.apply_async(queue=QUEUE)
    with app.connection_for_write() as connection, connection.SimpleQueue(QUEUE) as queue:
        queue.get(timeout=60)
        assert waiting() == 0
        assert give_back(app, older_than=YOUNG_SECONDS) == 0  # may be a live worker's
        assert give_back(app, older_than=-1) == 1
        assert waiting() == 1
    with broker_client() as client:
        client.delete(QUEUE)


def test_what_was_young_when_a_worker_was_ready_is_given_back_a_little_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(redelivery, "YOUNG_SECONDS", 0.5)
    heartbeat.apply_async(queue=QUEUE)
    with app.connection_for_write() as connection, connection.SimpleQueue(QUEUE) as queue:
        queue.get(timeout=60)
        redelivery._on_ready(SimpleNamespace(app=app))
        assert waiting() == 0
        until = time.monotonic() + 30
        while not waiting() and time.monotonic() < until:
            time.sleep(0.05)
        assert waiting() == 1
    with broker_client() as client:
        client.delete(QUEUE)
