"""What the database and the broker know, asked when Prometheus asks."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from django.db import DatabaseError
from django.db.models import Count, Model, QuerySet
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from redis import RedisError

from operations.beat import beat_age
from operations.broker import queue_lengths
from operations.recall import last_recall
from recommendations.selectors import embedding_coverage
from recommendations.selectors.lag import embedding_lag
from shop.models import Order, OutgoingMail, Payment

logger = logging.getLogger(__name__)


class Facts(Collector):
    """A part that does not answer is left out, and `vitrine_up` says so."""

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("vitrine_up", "Whether the part answers.", labels=["part"])
        for part, sources in PARTS.items():
            try:
                found = [metric for source in sources for metric in source()]
            except (DatabaseError, RedisError) as error:
                logger.warning("No figures of the %s: %s", part, type(error).__name__)
                found = []
            yield from found
            up.add_metric([part], 1 if found else 0)
        yield up


def _queues() -> Iterator[Metric]:
    yield _gauge("vitrine_queue_messages", "Messages that wait, by queue.", "queue", queue_lengths())


def _beat() -> Iterator[Metric]:
    if (age := beat_age()) is not None:
        yield GaugeMetricFamily("vitrine_beat_age_seconds", "Since the scheduler was last heard.", value=age)


def _recall() -> Iterator[Metric]:
    if (recall := last_recall()) is not None:
        yield GaugeMetricFamily("vitrine_live_recall", "Of the index, by its last measure.", value=recall)


def _embeddings() -> Iterator[Metric]:
    coverage = embedding_coverage()
    counts = {"ready": coverage.ready, "failed": coverage.failed, "missing": coverage.missing}
    yield _gauge("vitrine_embedding_images", "Images by the state of their vector.", "state", counts)
    lag = embedding_lag(now=timezone.now()).total_seconds()
    yield GaugeMetricFamily("vitrine_embedding_lag_seconds", "Age of the oldest gap.", value=lag)


def _sales() -> Iterator[Metric]:
    yield CounterMetricFamily("vitrine_orders_placed", "Orders ever placed.", value=Order.objects.count())
    yield _gauge("vitrine_orders", "Orders by state.", "state", _states(Order.objects.all()))
    yield _gauge("vitrine_payments", "Payments by state.", "state", _states(Payment.objects.all()))
    due = OutgoingMail.objects.filter(due_at__lte=timezone.now()).count()
    yield GaugeMetricFamily("vitrine_mails_due", "Mails that are owed and not sent.", value=due)


PARTS: Final[dict[str, tuple[Callable[[], Iterable[Metric]], ...]]] = {
    "broker": (_queues, _beat, _recall),
    "database": (_embeddings, _sales),
}


def _states(rows: QuerySet[Model]) -> dict[str, int]:
    counted = rows.order_by().values_list("state").annotate(count=Count("pk"))
    return {str(state): int(count) for state, count in counted}


def _gauge(name: str, text: str, label: str, values: Mapping[str, int]) -> Metric:
    gauge = GaugeMetricFamily(name, text, labels=[label])
    for key, value in values.items():
        gauge.add_metric([key], value)
    return gauge
