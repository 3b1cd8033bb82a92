"""What the message broker holds, asked without Celery: a probe must not wait for a worker."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from django.conf import settings
from redis import Redis

SECONDS: Final = 1.0
"""More than a broker that works needs, less than a probe may take."""
QUEUES: Final = ("default", "embed", "thumbnails")
_UNACKED: Final = "unacked"
"""Where kombu keeps what a worker has taken and not finished."""


@contextmanager
def broker_client() -> Iterator[Redis]:
    """A connection of its own. Its calls raise RedisError."""
    client = Redis.from_url(settings.REDIS_URL, socket_connect_timeout=SECONDS, socket_timeout=SECONDS)
    try:
        yield client
    finally:
        client.close()


def queue_lengths() -> Mapping[str, int]:
    """Messages that wait, by queue, and under "unacked" those that workers hold. Raises RedisError."""
    with broker_client() as client:
        waiting = {name: int(client.llen(name)) for name in QUEUES}
        return waiting | {_UNACKED: int(client.hlen(_UNACKED))}
