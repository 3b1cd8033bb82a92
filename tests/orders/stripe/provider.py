"""A running localstripe, and what the shopper's browser and Stripe itself do there."""

import hashlib
import hmac
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from pytest_django.fixtures import Settings

from config.servers.server import free_port

SERVER = Path(__file__).with_name("server.py")
SECRET = "whsec_tests-only"
HEADERS = {"Authorization": "Bearer sk_test_vitrine"}
START_SECONDS = 30.0


class Stripe:
    def __init__(self, url: str) -> None:
        self.url = url

    def get(self, path: str) -> Any:
        return requests.get(f"{self.url}/v1/{path}", headers=HEADERS, timeout=10).json()

    def post(self, path: str, **data: Any) -> Any:
        return requests.post(f"{self.url}/v1/{path}", headers=HEADERS, data=data, timeout=10).json()

    def intents(self) -> list[Any]:
        return list(self.get("payment_intents")["data"])

    def pay(self, intent: str, card: str = "pm_card_visa") -> Any:
        """What the browser does with the client secret."""
        self.post(f"payment_intents/{intent}", payment_method=card)
        return self.post(f"payment_intents/{intent}/confirm")

    def refunds(self, intent: str) -> list[int]:
        return [one["amount"] for one in self.get(f"refunds?payment_intent={intent}")["data"]]

    def events(self, intent: str) -> list[Any]:
        """Newest first."""
        events = self.get("events?limit=100")["data"]
        return [event for event in events if event["data"]["object"].get("id") == intent]

    def forget(self) -> None:
        requests.delete(f"{self.url}/_config/data", timeout=10)


@contextmanager
def localstripe() -> Iterator[Stripe]:
    """On a free port, once it answers. Raises RuntimeError when it does not."""
    port = free_port()
    process = subprocess.Popen([sys.executable, str(SERVER), str(port)])
    stripe = Stripe(f"http://127.0.0.1:{port}")
    try:
        _wait(process, stripe)
        yield stripe
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: "subprocess.Popen[bytes]", stripe: Stripe) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            stripe.get("balance")
            return
        except requests.ConnectionError:
            time.sleep(0.05)
    raise RuntimeError("localstripe does not answer.")


def offer(settings: Settings, stripe: Stripe) -> None:
    settings.VITRINE_PAYMENT_METHODS = ["invoice", "stripe"]
    settings.STRIPE_SECRET_KEY = "sk_test_vitrine"
    settings.STRIPE_PUBLISHABLE_KEY = "pk_test_vitrine"
    settings.STRIPE_WEBHOOK_SECRET = SECRET
    settings.STRIPE_API_URL = stripe.url


def signed(event: Any, *, secret: str = SECRET, at: float | None = None) -> dict[str, Any]:
    """The body of a webhook and its header, as `Client.post` takes them."""
    body, moment = json.dumps(event), int(at or time.time())
    digest = hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    header = {"Stripe-Signature": f"t={moment},v1={digest}"}
    return {"data": body, "content_type": "application/json", "headers": header}


def shuffled(events: list[Any], times: int) -> list[Any]:
    said = [event for event in events for _ in range(times)]
    random.Random(6).shuffle(said)
    return said
