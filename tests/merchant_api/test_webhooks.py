"""Webhooks are owed with the picture's state, signed, and tried again until they are taken."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import ProductImage, Webhook, WebhookDelivery
from catalog.services.webhooks import MOST_ATTEMPTS, send_due
from recommendations.models import Encoder
from recommendations.services.embedding import embed_images
from tests.embedding.files import lose
from tests.factories import make_product

pytestmark = pytest.mark.django_db


@dataclass
class Receiver:
    """Answers with `status`, and keeps what it was sent."""

    status: int = 204
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.got.append((dict(self.headers), body))
            self.send_response(receiver.status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield receiver
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def image() -> ProductImage:
    return make_product(external_id="A1").images.get()


def _webhook(receiver: Receiver) -> Webhook:
    return Webhook.objects.create(url=receiver.url, secret="shared")


def test_a_picture_that_can_be_searched_for_is_told_signed(receiver: Receiver, image: ProductImage) -> None:
    _webhook(receiver)
    embed_images(image_ids=[image.pk])
    now = timezone.now() + timedelta(seconds=1)
    assert send_due(now=now) == 1
    ((headers, body),) = receiver.got
    assert json.loads(body) == {
        "event": "image.ready",
        "image": image.pk,
        "state": "ready",
        "reason": "",
        "digest": image.digest,
        "external_id": "A1",
        "skus": [image.product.variants.get().sku],
    }
    sent_at, signed = (part.split("=")[1] for part in headers["Vitrine-Signature"].split(","))
    assert int(sent_at) == int(now.timestamp())
    wanted = hmac.new(b"shared", f"{sent_at}.".encode() + body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(signed, wanted)
    assert send_due(now=now + timedelta(days=1)) == 0
    assert WebhookDelivery.objects.get().delivered_at == now


def test_a_picture_that_failed_is_told_with_its_reason(receiver: Receiver, image: ProductImage) -> None:
    _webhook(receiver)
    lose(image)
    embed_images(image_ids=[image.pk])
    send_due(now=timezone.now() + timedelta(seconds=1))
    ((_headers, body),) = receiver.got
    assert json.loads(body)["event"] == "image.failed"
    assert "is missing" in json.loads(body)["reason"]


@pytest.mark.parametrize("status", [500, 302])
def test_what_is_not_taken_is_tried_again_ever_more_slowly_and_then_given_up(
    receiver: Receiver, image: ProductImage, status: int
) -> None:
    _webhook(receiver)
    receiver.status = status
    embed_images(image_ids=[image.pk])
    now, waits = timezone.now() + timedelta(seconds=1), []
    for _ in range(MOST_ATTEMPTS):
        assert send_due(now=now) == 0
        delivery = WebhookDelivery.objects.get()
        assert delivery.error == f"HTTP {status}"
        if delivery.due_at:
            waits.append((delivery.due_at - now).total_seconds())
            assert send_due(now=delivery.due_at - timedelta(seconds=1)) == 0
            now = delivery.due_at
    assert len(receiver.got) == MOST_ATTEMPTS
    assert waits == [30 * 2**turn for turn in range(MOST_ATTEMPTS - 1)]
    assert WebhookDelivery.objects.get().due_at is None


def test_nobody_there_is_tried_again(image: ProductImage) -> None:
    Webhook.objects.create(url="http://127.0.0.1:1/", secret="s")
    embed_images(image_ids=[image.pk])
    send_due(now=timezone.now() + timedelta(seconds=1))
    delivery = WebhookDelivery.objects.get()
    assert "refused" in delivery.error
    assert delivery.due_at


def test_what_is_switched_off_is_owed_nothing(receiver: Receiver, image: ProductImage) -> None:
    Webhook.objects.create(url=receiver.url, secret="s", is_active=False)
    embed_images(image_ids=[image.pk])
    assert not WebhookDelivery.objects.exists()


def test_another_encoder_that_is_filled_is_no_news(receiver: Receiver, image: ProductImage) -> None:
    _webhook(receiver)
    Encoder.objects.create(key="the-one", digest="0" * 64, dimension=8, is_active=True)
    embed_images(image_ids=[image.pk], encoder_key="colour-histogram")
    assert not WebhookDelivery.objects.exists()
