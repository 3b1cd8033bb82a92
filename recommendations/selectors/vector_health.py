"""The state of the vectors: what is known, what waits, what failed and why, and how quick it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Func, QuerySet, Value
from redis import Redis
from redis.exceptions import RedisError

from ..models import EmbeddingState, Encoder, ImageEmbedding
from .coverage import Coverage, embedding_coverage

LATELY = timedelta(days=7)
_WINDOW = timedelta(minutes=10)
_QUEUE = "embed"
_PATIENCE = 0.5
_NAMES = r"\S*[/.]\S*[a-z0-9]"
"""What differs from picture to picture in a reason: names of files."""


@dataclass(frozen=True)
class Failure:
    """Pictures that failed for one reason, in which names of files are left out."""

    reason: str
    count: int


@dataclass(frozen=True)
class VectorHealth:
    """Of one encoder. `stale` images have an older picture's vector, and are among the missing ones.

    `queued` counts the messages that wait for a worker, None where Valkey does not answer. `a_minute` is how
    many pictures were looked at in each of the last ten minutes; the times from saving a picture to finding
    it are those of the last seven days, None where there was none.
    """

    encoder: Encoder
    coverage: Coverage
    stale: int
    queued: int | None
    a_minute: float
    failures: Sequence[Failure]
    searchable: int
    searchable_p50: timedelta | None
    searchable_p95: timedelta | None


def vector_health(*, encoder: Encoder, now: datetime) -> VectorHealth:
    rows = ImageEmbedding.objects.of(encoder)
    lately = rows.filter(searchable_after__isnull=False, image__created_at__gt=now - LATELY)
    times = lately.aggregate(
        count=Count("pk"), p50=Percentile("searchable_after", 0.5), p95=Percentile("searchable_after", 0.95)
    )
    return VectorHealth(
        encoder=encoder,
        coverage=embedding_coverage(encoder=encoder),
        stale=rows.exclude(source_digest=F("image__digest")).count(),
        queued=_queued(),
        a_minute=_settled_since(rows, now - _WINDOW) / (_WINDOW / timedelta(minutes=1)),
        failures=failures(encoder=encoder),
        searchable=times["count"],
        searchable_p50=times["p50"],
        searchable_p95=times["p95"],
    )


def failures(*, encoder: Encoder) -> list[Failure]:
    """By reason, the most frequent first."""
    reasons = failed_for(encoder=encoder).order_by().values_list("reason")
    return [Failure(*row) for row in reasons.annotate(count=Count("pk")).order_by("-count", "reason")]


def failed_for(*, encoder: Encoder, reason: str | None = None) -> QuerySet[Any]:
    """The rows that failed, for one reason if it is given; each with its `reason`."""
    failed: QuerySet[Any] = ImageEmbedding.objects.of(encoder).filter(state=EmbeddingState.FAILED)
    rows: QuerySet[Any] = failed.annotate(
        reason=Func(F("error"), Value(_NAMES), Value("…"), Value("g"), function="regexp_replace")
    )
    return rows if reason is None else rows.filter(reason=reason)


class Percentile(Func):
    """An ordered-set aggregate, which Django has no class for."""

    function = "percentile_cont"
    template = "%(function)s(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    contains_aggregate = True

    def __init__(self, field: str, share: float) -> None:
        super().__init__(F(field), share=share)


def _settled_since(rows: QuerySet[ImageEmbedding], since: datetime) -> int:
    return rows.exclude(state=EmbeddingState.PENDING).filter(updated_at__gt=since).count()


def _queued() -> int | None:
    client = Redis.from_url(settings.REDIS_URL, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE)
    try:
        return int(client.llen(_QUEUE))
    except RedisError:
        return None
    finally:
        client.close()
