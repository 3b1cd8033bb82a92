"""Whether the scheduler and a worker live: beat sends a task each minute, and the worker writes the time."""

import time
from typing import Final

from .broker import broker_client

_KEY: Final = "vitrine:beat"
_KEPT_SECONDS: Final = 7 * 24 * 3600


def mark_beat() -> None:
    """Raises RedisError."""
    with broker_client() as client:
        client.set(_KEY, str(time.time()), ex=_KEPT_SECONDS)


def beat_age() -> float | None:
    """Seconds since the last mark; None where none is known, as after a broker that came back empty.

    Raises RedisError.
    """
    with broker_client() as client:
        marked = client.get(_KEY)
    return max(0.0, time.time() - float(marked)) if marked else None
