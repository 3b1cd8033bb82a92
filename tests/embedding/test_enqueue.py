import json
import logging
import socket
from collections.abc import Iterator

import pytest
from celery import Celery, Task
from django.conf import settings
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks
from redis import Redis

from recommendations import enqueue, tasks
from recommendations.enqueue import Broker
from tests.factories import make_product

QUEUE = "embed"


@pytest.fixture
def queue() -> Iterator[Redis]:
    """The real broker, with nothing on its queue."""
    with Redis.from_url(settings.REDIS_URL) as redis:
        redis.delete(QUEUE)
        yield redis
        redis.delete(QUEUE)


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Broker:
    """As after the start of a process."""
    fresh = Broker()
    monkeypatch.setattr(enqueue, "broker", fresh)
    return fresh


@pytest.fixture
def unsendable() -> Iterator[Task]:
    """A task of an app with the shop's settings, at whose broker's address nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        app = Celery("unheard", set_as_current=False)
        app.config_from_object("django.conf:settings", namespace="CELERY")
        app.conf.broker_url = f"redis://127.0.0.1:{taken.getsockname()[1]}/0"
        yield app.task(_look_at, name="unheard")


def _look_at(image_id: int) -> None:
    raise AssertionError("nobody takes this message")


def test_a_message_reaches_the_broker(queue: Redis, broker: Broker) -> None:
    broker.send(tasks.embed_images, [[1, 2, 3]])
    (message,) = queue.lrange(QUEUE, 0, -1)
    assert json.loads(message)["headers"]["task"] == tasks.embed_images.name


def test_without_a_broker_products_are_saved_all_the_same(
    unsendable: Task,
    broker: Broker,
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(tasks, "embed_image", unsendable)
    with django_capture_on_commit_callbacks(execute=True):
        product = make_product(images=3)
    assert product.images.count() == 3
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 3
    assert "does not answer" in caplog.records[0].message


def test_a_broker_that_does_not_answer_is_asked_once_in_a_while(
    unsendable: Task, broker: Broker, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(5):
        broker.send(unsendable, [1])
    assert broker.rests
    broker.rest_seconds = broker._rests_until = 0.0
    broker.send(unsendable, [1])
    asked = ["does not answer" in record.message for record in caplog.records]
    assert asked == [True, False, False, False, False, True]


def test_a_programming_error_is_not_hidden(broker: Broker) -> None:
    with pytest.raises(TypeError):
        broker.send(tasks.embed_image, [1, 2, 3])
