"""Counting in Valkey, where all processes count together; in this process alone while Valkey is away."""

import logging
import threading
from dataclasses import dataclass, field
from functools import cache
from time import monotonic

from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)

_PATIENCE = 0.2
"""Seconds that a request waits for Valkey."""
_REST = 5.0
"""Seconds in which nobody asks a Valkey that did not answer."""
_MOST_KEYS = 100_000

_COUNT = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}
"""
"""One step: two requests at once never read the same count, and no counter is left without its end."""


@dataclass(frozen=True)
class Count:
    """How many there were in this window, and in how many seconds the next begins."""

    count: int
    seconds_left: float


@dataclass
class Counters:
    """`add` counts one more under a key; a window begins with its first request."""

    _valkey: Redis
    _away_until: float = 0.0
    _local: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, key: str, *, window: int) -> Count:
        """`window` is in seconds."""
        if monotonic() >= self._away_until:
            try:
                count, left = self._valkey.eval(_COUNT, 1, key, window * 1000)
                return Count(int(count), max(0, int(left)) / 1000)
            except RedisError as error:
                log.warning("Valkey does not answer (%s): limits hold in each process alone.", error)
                self._away_until = monotonic() + _REST
        return self._add_here(key, window)

    def _add_here(self, key: str, window: int) -> Count:
        now = monotonic()
        with self._lock:
            if len(self._local) > _MOST_KEYS:
                self._local.clear()
            count, end = self._local.get(key, (0, now + window))
            if end <= now:
                count, end = 0, now + window
            self._local[key] = (count + 1, end)
        return Count(count + 1, end - now)


@cache
def counters() -> Counters:
    return Counters(
        Redis.from_url(
            settings.REDIS_URL,
            socket_timeout=_PATIENCE,
            socket_connect_timeout=_PATIENCE,
            retry=Retry(NoBackoff(), 1),  # a kept connection may have ended
        )
    )
