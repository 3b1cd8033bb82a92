"""How much of what an exact search finds shoppers are shown: measured on the shop's own vectors."""

from collections.abc import Sequence
from typing import Final

from catalog.filters import ProductFilters
from recommendations.models import ImageEmbedding
from recommendations.selectors import active_encoder, nearest
from recommendations.selectors.vector_query import LARGEST_APPROXIMATE

from .broker import broker_client

SAMPLES: Final = 20
DEPTH: Final = 24
"""As many as a page shows."""
_KEY: Final = "vitrine:recall"
_KEPT_SECONDS: Final = 2 * 24 * 3600


def measure_recall(*, samples: int = SAMPLES) -> float | None:
    """From 0 to 1, over the active encoder's vectors drawn at random; None where there are none."""
    rows = ImageEmbedding.objects.of(active_encoder()).filter(vector__isnull=False).order_by("?")
    shares = [_share(vector or ()) for vector in rows.values_list("vector", flat=True)[:samples]]
    return sum(shares) / len(shares) if shares else None


def keep_recall(recall: float) -> None:
    """For the metrics. Raises RedisError."""
    with broker_client() as client:
        client.set(_KEY, str(recall), ex=_KEPT_SECONDS)


def last_recall() -> float | None:
    """None where it was not measured for two days. Raises RedisError."""
    with broker_client() as client:
        kept = client.get(_KEY)
    return float(kept) if kept else None


def _share(vector: Sequence[float]) -> float:
    # Beyond what the index is asked for, every product is compared.
    exact = _found(vector, LARGEST_APPROXIMATE + 1)[:DEPTH]
    return len({*exact} & {*_found(vector, DEPTH)}) / len(exact) if exact else 1.0


def _found(vector: Sequence[float], limit: int) -> list[int]:
    return [match.product_id for match in nearest(vector, filters=ProductFilters(), limit=limit)]
