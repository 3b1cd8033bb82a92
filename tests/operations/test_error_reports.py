"""What Sentry is sent: seen by a transport that keeps it."""

from typing import Any

import sentry_sdk
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from operations.error_reports import options

WHOM = "canary@example.com"
WHERE = "Kanarienweg"


class Kept(Transport):
    """Sends nothing anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Envelope] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        self.sent.append(envelope)


def test_an_error_without_its_person() -> None:
    kept = Kept()
    client = sentry_sdk.Client(
        **options("https://key@sentry.example/1") | {"transport": kept, "integrations": []}
    )
    with sentry_sdk.isolation_scope() as scope:
        scope.set_client(client)
        scope.set_user({"email": WHOM})
        scope.set_extra("form", WHERE)
        try:
            raise ValueError(f"{WHOM} lives in {WHERE}")
        except ValueError as error:
            sentry_sdk.capture_exception(error, scope=scope)
    (envelope,) = kept.sent
    text = str(envelope.serialize())
    assert "test_error_reports" in text
    assert "request_id" in text
    assert WHOM not in text
    assert WHERE not in text


def test_nothing_is_sent_without_an_address(settings: Any) -> None:
    assert settings.VITRINE_SENTRY_DSN == ""
    assert not sentry_sdk.get_client().is_active()
