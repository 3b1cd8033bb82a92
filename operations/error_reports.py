"""Errors sent to Sentry, where the settings name one: without people's data (docs/operate.md)."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

from config.request_id import request_id

from .privacy import redacted

if TYPE_CHECKING:
    from sentry_sdk._types import Event, Hint


def start() -> None:
    """Does nothing without an address to send to."""
    if settings.VITRINE_SENTRY_DSN:
        import sentry_sdk  # megabytes that a shop without it spares

        sentry_sdk.init(**options(settings.VITRINE_SENTRY_DSN))


def options(dsn: str) -> dict[str, Any]:
    from sentry_sdk.integrations.celery import CeleryIntegration
    from sentry_sdk.integrations.django import DjangoIntegration

    return {
        "dsn": dsn,
        "integrations": [DjangoIntegration(), CeleryIntegration()],
        "auto_enabling_integrations": False,
        "include_local_variables": False,
        "max_request_body_size": "never",
        "max_breadcrumbs": 0,
        "before_send": cleaned,
    }


def cleaned(event: "Event", hint: "Hint") -> "Event":
    """Keeps where and what kind, with the request's name; drops whom, and what was typed."""
    for part in ("request", "user", "extra", "breadcrumbs", "contexts", "logentry", "message"):
        event.pop(part, None)  # type: ignore[misc]
    for error in event.get("exception", {}).get("values", []):
        error["value"] = ""
    if "transaction" in event:
        event["transaction"] = redacted(event["transaction"] or "")
    event.setdefault("tags", {})["request_id"] = request_id()
    return event
