"""Valkey, and whether somebody works on what it holds."""

from collections.abc import Iterator
from typing import Final

from kombu.exceptions import KombuError

from config.celery import app
from operations.beat import beat_age
from operations.broker import QUEUES, broker_client, queue_lengths

from .finding import Finding, fine, problem, warning

PING_SECONDS: Final = 2.0
LATE_BEAT: Final = 180.0
LONG_QUEUE: Final = 5_000


def examine() -> Iterator[Finding]:
    with broker_client() as client:
        client.ping()
    yield fine("broker", "Valkey answers.")
    for name, length in queue_lengths().items():
        if length > LONG_QUEUE:
            yield warning("broker", f"{length} messages wait in {name}: start more workers on that queue.")


def examine_workers() -> Iterator[Finding]:
    try:
        answers = app.control.inspect(timeout=PING_SECONDS).active_queues() or {}
    except (KombuError, OSError):
        yield problem("workers", "No worker can be asked, since Valkey does not answer: see to REDIS_URL.")
        return
    served = {queue["name"] for queues in answers.values() for queue in queues}
    for name in QUEUES:
        if name not in served:
            yield problem("workers", f"No worker serves {name}: celery --app=config.celery worker -Q {name}.")
    if served >= set(QUEUES):
        yield fine("workers", f"{len(answers)} workers serve every queue.")
    yield scheduler(beat_age())


def scheduler(age: float | None) -> Finding:
    """`age`: seconds since beat was last heard."""
    if age is None:
        return problem("workers", "Nothing was heard of beat: start celery --app=config.celery beat.")
    if age > LATE_BEAT:
        return problem("workers", f"Nothing was heard of beat for {age:.0f} s: start it again.")
    return fine("workers", f"Beat was heard {age:.0f} s ago.")
