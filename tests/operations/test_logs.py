"""What is logged can be followed by request and task, and tells nothing of people."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from celery._state import _task_stack
from celery.signals import before_task_publish, task_prerun
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from config.request_id import request_id, set_request_id
from operations.logs import JsonFormatter
from operations.privacy import redacted
from operations.tasks import heartbeat
from shop.services import accounts, orders
from tests.factories import make_product

CANARIES = [
    "canary@example.com",
    "Canaria",
    "Kanarienweg",
    "canarypass",
    "canarywords",
    "canaryphoto",
    "5550123456",
]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_a_line_names_its_request(client: Client, db: None, log: io.StringIO) -> None:
    given = client.get("/p/canarywords/?q=canarywords", headers={"X-Request-ID": "phone-12345678"})
    (line,) = [json.loads(text) for text in log.getvalue().splitlines()]
    assert (given.status_code, line["status"], line["request_id"]) == (404, 404, "phone-12345678")
    assert line["message"] == "Not Found: /p/<slug:slug>/"
    assert set(line) == {"time", "level", "logger", "message", "request_id", "status"}


def test_a_task_keeps_the_name_of_its_request() -> None:
    set_request_id("phone-12345678")
    headers: dict[str, object] = {}
    before_task_publish.send(sender="any", headers=headers)
    set_request_id("-")
    heartbeat.push_request(**headers, id="task-1")
    _task_stack.push(heartbeat)
    try:
        task_prerun.send(sender=heartbeat, task=heartbeat, task_id="task-1")
        assert request_id() == "phone-12345678"
        line = json.loads(JsonFormatter().format(_record("working")))
    finally:
        _task_stack.pop()
        heartbeat.pop_request()
        set_request_id("-")
    assert (line["task"], line["task_id"]) == ("operations.tasks.heartbeat", "task-1")
    assert line["request_id"] == "phone-12345678"


def test_nobody_is_named(client: Client, db: None, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    _shop_around(client)

    def fail(*args: object, **kwargs: object) -> None:
        raise ValueError(f"{CANARIES} cannot be stored")

    for module, name in ((orders, "place_order"), (accounts, "delete_account")):
        monkeypatch.setattr(module, name, fail, raising=False)
    monkeypatch.setattr("shop.views.checkout.place_order", fail, raising=False)
    _shop_around(client)
    logging.getLogger("shop").error("Mail to %s from 8.8.8.8 failed, card 4242 4242 4242 4242", CANARIES[0])
    try:
        fail()
    except ValueError:
        logging.getLogger("shop").exception("Something broke")
    assert "ValueError" in log.getvalue()
    assert [word for word in (*CANARIES, "8.8.8.8", "4242 4242") if word in log.getvalue()] == []


def _shop_around(client: Client) -> None:
    person = {
        "email": "canary@example.com", "login": "canary@example.com", "name": "Canaria",
        "line1": "Kanarienweg 1", "password": "canarypass", "password1": "canarypass", "phone": "5550123456",
    }  # fmt: skip
    client.post("/account/signup/", person)
    client.post("/account/login/", person)
    client.get("/search/", {"q": "canarywords canary@example.com"})
    client.get("/canary@example.com/Kanarienweg")
    client.post("/checkout/", person)
    photo = SimpleUploadedFile("canaryphoto.jpg", b"canaryphoto", content_type="image/jpeg")
    client.post("/visual-search/", {"photo": photo})
    make_product(title="Canaria", images=0)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("to <ada@b.example>: 550", "to <[email]>: 550"),
        ("server at 10.0.0.5, port 5432 failed", "server at 10.0.0.5, port 5432 failed"),
        ("ip=8.8.8.8", "ip=[address]"),
        ("call +49 170 1234567", "call [number]"),
        ("GET /search/?q=shoes", "GET /search/?[query]"),
        ("2026-11-26 14:00:01 took 5 ms", "2026-11-26 14:00:01 took 5 ms"),
    ],
)
def test_redaction(text: str, left: str) -> None:
    assert redacted(text) == left


def _record(message: str) -> logging.LogRecord:
    return logging.LogRecord("any", logging.INFO, "", 0, message, (), None)
