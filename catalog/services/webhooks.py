"""What webhooks are owed, signed and sent."""

import hashlib
import hmac
import http.client
import json
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from ..models import ProductImage, WebhookDelivery

MOST_ATTEMPTS: Final = 10
_BATCH: Final = 50
_PATIENCE: Final = 5.0
"""Seconds that a receiver has to answer."""
_FIRST_WAIT: Final = timedelta(seconds=30)


def send_due(*, now: datetime) -> int:
    """Sends what is due, each row locked while it is sent, so that two workers send it once; how many.

    An answer that is not 2xx, or none, is tried again after 30 seconds, a minute, two, and so on, ten times.
    """
    due = WebhookDelivery.objects.filter(due_at__lte=now, webhook__is_active=True).order_by("due_at")
    ids = list(due.values_list("pk", flat=True)[:_BATCH])
    return sum(_send_one(delivery_id, now) for delivery_id in ids)


def forget_deliveries(*, before: datetime) -> None:
    """Those that are over: delivered, or given up."""
    WebhookDelivery.objects.filter(due_at__isnull=True, created_at__lt=before).delete()


def signature(secret: str, sent_at: int, body: bytes) -> str:
    """What a receiver computes, too: HMAC-SHA256 of the time of sending, a point, and the body."""
    signed = hmac.new(secret.encode(), f"{sent_at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={sent_at},v1={signed}"


@transaction.atomic
def _send_one(delivery_id: int, now: datetime) -> bool:
    rows = WebhookDelivery.objects.select_for_update(skip_locked=True, of=("self",)).select_related("webhook")
    delivery = rows.filter(pk=delivery_id, due_at__lte=now).first()
    if delivery is None:
        return False
    delivery.attempts += 1
    delivery.error = _post(delivery, now)[:300]
    delivery.delivered_at = None if delivery.error else now
    gives_up = delivery.attempts >= MOST_ATTEMPTS
    delivery.due_at = (
        now + _FIRST_WAIT * 2 ** (delivery.attempts - 1) if delivery.error and not gives_up else None
    )
    delivery.save()
    return not delivery.error


def _post(delivery: WebhookDelivery, now: datetime) -> str:
    """Why it was not taken; empty when it was."""
    body = json.dumps(_message(delivery)).encode()
    headers = {
        "Content-Type": "application/json",
        "Vitrine-Signature": signature(delivery.webhook.secret, int(now.timestamp()), body),
        "Vitrine-Delivery": str(delivery.pk),
    }
    request = urllib.request.Request(delivery.webhook.url, body, headers)  # noqa: S310 - its own check below
    if request.type not in ("http", "https"):
        return f"{request.type}: is no address to send to"
    try:
        with _opener.open(request, timeout=_PATIENCE) as answer:
            return "" if answer.status < 300 else f"HTTP {answer.status}"
    except urllib.error.HTTPError as error:
        return f"HTTP {error.code}"
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is meant for one address is not carried to another."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def _message(delivery: WebhookDelivery) -> dict[str, Any]:
    """With the product as it is now; of a picture that was deleted since, without."""
    image = ProductImage.objects.select_related("product").filter(pk=delivery.payload["image"]).first()
    payload: dict[str, Any] = delivery.payload
    return payload | {
        "event": f"image.{delivery.payload['state']}",
        "digest": image.digest if image else None,
        "external_id": image.product.external_id if image else None,
        "skus": list(image.product.variants.values_list("sku", flat=True)) if image else [],
    }
