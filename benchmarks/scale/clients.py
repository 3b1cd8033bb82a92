"""Shoppers who ask: one after the other in this process, or several processes at once."""

import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.filters import ProductFilters

LIMIT = 24
ROUNDS = 2
SECONDS = 6.0
"""How long several clients ask for each filter."""
Queries = NDArray[np.float16]
Search = Callable[[NDArray[np.float16]], list[int]]


@dataclass(frozen=True)
class Timed:
    """Seconds of each search, searches a second of all clients together, and of one round what was found."""

    seconds: Sequence[float]
    throughput: float
    found: Sequence[Sequence[int]] = ()

    def milliseconds(self, share: float) -> float:
        """The quantile."""
        return 1000 * float(np.quantile(self.seconds, share))


def one_client(filters: ProductFilters, queries: Queries) -> Timed:
    """Each query ROUNDS times, after a first round that warms up."""
    search = _search(filters)
    found = [search(query) for query in queries]
    seconds = [_seconds(search, query) for _ in range(ROUNDS) for query in queries]
    return Timed(seconds, len(seconds) / sum(seconds), found)


class Clients:
    """`count` processes with a connection each, to be used as a context."""

    def __init__(self, count: int, database: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.count = count
        self._pool = ProcessPoolExecutor(count, context, initializer=_connect, initargs=(database,))

    def __enter__(self) -> "Clients":
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def ask(self, filters: ProductFilters, queries: Queries) -> Timed:
        """All at once, for SECONDS."""
        turns = [np.roll(queries, 7 * number, axis=0) for number in range(self.count)]
        parts = list(self._pool.map(_ask_for_a_while, [filters] * self.count, turns))
        seconds = [second for part in parts for second in part]
        return Timed(seconds, sum(len(part) / sum(part) for part in parts))


def _connect(database: str) -> None:
    import django

    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database


def _ask_for_a_while(filters: ProductFilters, queries: Queries) -> list[float]:
    search = _search(filters)
    search(queries[0])
    start, seconds = time.perf_counter(), list[float]()
    while time.perf_counter() - start < SECONDS or len(seconds) < 2:
        seconds.append(_seconds(search, queries[len(seconds) % len(queries)]))
    return seconds


def _search(filters: ProductFilters) -> Search:
    # Imported late: a new process has no settings before.
    from recommendations.models import Encoder
    from recommendations.selectors import nearest

    encoder = Encoder.objects.get(key="scale")

    def search(query: NDArray[np.float16]) -> list[int]:
        return [match.product_id for match in nearest(query, filters=filters, limit=LIMIT, encoder=encoder)]

    return search


def _seconds(search: Search, query: NDArray[np.float16]) -> float:
    start = time.perf_counter()
    search(query)
    return time.perf_counter() - start
