"""Django's cache: in Valkey, and in this process alone while Valkey is away.

What it holds are counts of attempts to sign in (django-allauth's). They are shared by all processes; without
Valkey each counts for itself, so that customers still get in and guessing still ends.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any, Final

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)

_PATIENCE: Final = 0.5
"""Seconds that a request waits for Valkey. It is tried again once: a kept connection may have ended."""
_REST: Final = 5.0
"""Seconds in which nobody asks a Valkey that did not answer."""


def _either(name: str) -> Callable[..., Any]:
    def ask(self: "ValkeyOrLocalCache", *args: Any, **options: Any) -> Any:
        if monotonic() >= ValkeyOrLocalCache.away_until:
            try:
                return getattr(RedisCache, name)(self, *args, **options)
            except RedisError as error:
                log.warning("Valkey does not answer (%s): the cache is each process's own.", error)
                ValkeyOrLocalCache.away_until = monotonic() + _REST
        return getattr(self.here, name)(*args, **options)

    return ask


class ValkeyOrLocalCache(RedisCache):
    """`here` is shared by the threads of a process, as `away_until` is."""

    away_until = 0.0

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        patience = {"socket_timeout": _PATIENCE, "socket_connect_timeout": _PATIENCE}
        options = {**patience, "retry": Retry(NoBackoff(), 1), **params.get("OPTIONS", {})}
        super().__init__(server, {**params, "OPTIONS": options})
        self.here = LocMemCache("while Valkey is away", {})

    add = _either("add")
    get = _either("get")
    set = _either("set")
    touch = _either("touch")
    delete = _either("delete")
    get_many = _either("get_many")
    has_key = _either("has_key")
    incr = _either("incr")
    set_many = _either("set_many")
    delete_many = _either("delete_many")
    clear = _either("clear")
