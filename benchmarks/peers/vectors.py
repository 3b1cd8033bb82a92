"""5. The vector part alone: FAISS in memory as the bound, `nearest()` on the shop's tables beside it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from django.db import connection, transaction
from numpy.typing import NDArray

from benchmarks.scale.shop import Shop
from benchmarks.scale.truth import recall, similarities

LIMIT = 24
IN_SERVER = "nearest(), in the server"
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
    ours = _measured("nearest(), from Python", _nearest(shop), shop, queries, true)
    return [*parts, ours, _in_server(ours, shop, queries)]


def _in_server(ours: VectorPart, shop: Shop, queries: NDArray[np.float16]) -> VectorPart:
    """What PostgreSQL says that it took to plan and carry out the same statements, which it need not send."""
    times = [_server_milliseconds(shop, query) for query in queries]
    return replace(
        ours, name=IN_SERVER, p50=float(np.quantile(times, 0.5)), p95=float(np.quantile(times, 0.95))
    )


def _server_milliseconds(shop: Shop, query: NDArray[np.float16]) -> float:
    from catalog.models import Product
    from recommendations.selectors.vector_query import Search, configure_scans, given, ids_of

    everything = ids_of(Product.objects.published())
    sql, params = Search(shop.encoder, everything, [given(query, shop.encoder)], LIMIT).of_the_nearest()
    with transaction.atomic(), connection.cursor() as cursor:
        configure_scans()
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()[0]
    return float(plan["Planning Time"] + plan["Execution Time"])


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
