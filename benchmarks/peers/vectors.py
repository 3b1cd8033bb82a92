"""5. The vector part alone: FAISS in memory as the bound, `nearest()` on the shop's tables beside it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.scale.shop import Shop
from benchmarks.scale.truth import recall, similarities

LIMIT = 24
ROWS = 2 * LIMIT
"""Two pictures a product: as many are asked for as the shop asks for."""
Queries = NDArray[np.float32]
Find = Callable[[NDArray[np.float32]], Sequence[int]]


@dataclass(frozen=True)
class VectorPart:
    """Milliseconds in the middle and at the 95th percentile; `recall` of the true LIMIT products."""

    name: str
    recall: float
    p50: float
    p95: float


def vector_parts(shop: Shop, queries: NDArray[np.float16]) -> list[VectorPart]:
    import faiss

    faiss.omp_set_num_threads(1)
    gallery = np.ascontiguousarray(shop.vectors.reshape(-1, shop.vectors.shape[2]), np.float32)
    true = similarities(shop, queries)
    flat = faiss.IndexFlatIP(gallery.shape[1])
    flat.add(gallery)
    parts = [_measured("FAISS flat", _faiss(flat), shop, queries, true)]
    graph = faiss.IndexHNSWFlat(gallery.shape[1], 16, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = 64
    graph.add(gallery)
    for effort in (64, 128, 200):
        graph.hnsw.efSearch = effort
        parts.append(_measured(f"FAISS HNSW, ef {effort}", _faiss(graph), shop, queries, true))
    return [*parts, _measured("nearest(), from Python", _nearest(shop), shop, queries, true)]


def _faiss(index: object) -> Find:
    def find(query: NDArray[np.float32]) -> list[int]:
        _, rows = index.search(query[None], ROWS)  # type: ignore[attr-defined]
        return list(dict.fromkeys(int(row) // 2 + 1 for row in rows[0] if row >= 0))[:LIMIT]

    return find


def _nearest(shop: Shop) -> Find:
    from catalog.filters import ProductFilters
    from recommendations.selectors import nearest

    everything = ProductFilters()
    return lambda query: [
        match.product_id for match in nearest(query, filters=everything, limit=LIMIT, encoder=shop.encoder)
    ]


def _measured(
    name: str, find: Find, shop: Shop, queries: NDArray[np.float16], true: NDArray[np.float32]
) -> VectorPart:
    everything, asked = np.ones(shop.size, bool), queries.astype(np.float32)
    found = [find(query) for query in asked]
    times = []
    for query in asked:
        start = time.perf_counter()
        find(query)
        times.append(1000 * (time.perf_counter() - start))
    shares = [recall(true[:, row], everything, ids) for row, ids in enumerate(found)]
    return VectorPart(
        name, float(np.mean(shares)), float(np.quantile(times, 0.5)), float(np.quantile(times, 0.95))
    )
