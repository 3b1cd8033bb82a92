"""Lists and searches are read from replicas, everything else from the primary (docs/scaling.md)."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any, Final

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase

logger = logging.getLogger(__name__)

LISTS: Final = frozenset(
    {
        *("shop:home", "catalog:category", "catalog:search", "catalog:search_suggestions"),
        *("recommendations:similar", "recommendations:visual_search", "recommendations:photo_query"),
        *("catalog-api:categories", "catalog-api:facets", "catalog-api:products"),
        *("recommendations-api:similar", "recommendations-api:visual-searches"),
        "recommendations-api:visual-search",
    }
)
"""Views that show many products. One product's own page is read where it is sold."""
MODELS: Final = frozenset({"catalog", "recommendations.imageembedding"})
"""Apps and models that shoppers do not write: what they do write is read from the primary."""
_LAG: Final = """
    SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
        WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END
"""
REST_SECONDS: Final = 10.0
"""In which nobody asks a replica that did not answer."""
_lists_from: ContextVar[str] = ContextVar("lists_from", default=DEFAULT_DB_ALIAS)
_turns = count()
_rests_until: dict[str, float] = {}


def replica_aliases() -> list[str]:
    return [alias for alias in settings.DATABASES if alias != DEFAULT_DB_ALIAS]


def lag_seconds(alias: str) -> float | None:
    """How far the replica is behind; None for a server that is none. Raises DatabaseError."""
    with connections[alias].cursor() as cursor:
        cursor.execute(_LAG)
        lag = cursor.fetchone()[0]
    return None if lag is None else float(lag)


@contextmanager
def lists_from(alias: str) -> Iterator[None]:
    """Has the models of lists read from there."""
    token = _lists_from.set(alias)
    try:
        yield
    finally:
        _lists_from.reset(token)


class ReplicaRouter:
    """One request reads all its lists from one server."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        instance = hints.get("instance")
        if instance is not None and instance._state.db == DEFAULT_DB_ALIAS:
            return None  # what belongs to a row of the primary is read beside it
        is_listed = not MODELS.isdisjoint({model._meta.app_label, model._meta.label_lower})
        return _lists_from.get() if is_listed else None

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return None if db == DEFAULT_DB_ALIAS else False


def answering_replica(now: float) -> str:
    """One replica after the other; the primary where none answers. `now`: seconds of a steady clock."""
    replicas = [alias for alias in replica_aliases() if _rests_until.get(alias, 0.0) <= now]
    if not replicas:
        return DEFAULT_DB_ALIAS
    alias = replicas[next(_turns) % len(replicas)]
    try:
        connections[alias].close_if_health_check_failed()
        connections[alias].ensure_connection()
    except DatabaseError:
        logger.error("The %s does not answer: lists are read from the primary.", alias)
        _rests_until[alias] = now + REST_SECONDS
        return DEFAULT_DB_ALIAS
    return alias


class ReplicaMiddleware:
    """Marks the requests for lists. Merchants, who see at once what they change, read from the primary."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with lists_from(DEFAULT_DB_ALIAS):
            return self._get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        match = request.resolver_match
        if settings.DATABASE_ROUTERS and match and match.view_name in LISTS and not _is_merchant(request):
            _lists_from.set(answering_replica(time.monotonic()))


def _is_merchant(request: HttpRequest) -> bool:
    # Who has no session is nobody, and the database need not be asked.
    return settings.SESSION_COOKIE_NAME in request.COOKIES and bool(getattr(request.user, "is_staff", False))
