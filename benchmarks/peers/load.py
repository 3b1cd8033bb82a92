"""Asking one after the other and several at once, and what it costs."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

CLIENTS = (1, 4, 8)
FEWEST = 3
"""Searches of one client; of several each makes one at least, however long it takes."""


@dataclass(frozen=True)
class Load:
    """Of `clients` at once: milliseconds of a search, and searches a second."""

    clients: int
    p50: float
    p95: float
    throughput: float


@dataclass(frozen=True)
class Measured:
    """`start`: seconds from nothing to the first answer. `cpu`: seconds that 1,000 searches cost.

    `memory` is in MB. `loads` by the size of the photo. `embedded`: pictures of products a second, from
    file to vector, where that was measured. `parts`: by the size of the photo, the milliseconds of each part
    of one search, where they are told apart.
    """

    name: str
    start: float
    memory: float
    cpu: float
    loads: dict[str, list[Load]]
    embedded: float | None = None
    parts: dict[str, dict[str, float]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, facts: dict[str, Any]) -> "Measured":
        loads = {size: [Load(**load) for load in rows] for size, rows in facts["loads"].items()}
        return cls(**{**facts, "loads": loads})


def loads_of(search: Callable[[], object], seconds: float) -> list[Load]:
    """For about so long each."""
    return [_load(search, clients, seconds) for clients in CLIENTS]


def embedded_a_second(encode: Callable[[bytes], object], files: Sequence[str], *, at_once: int) -> float:
    """After one that warms up; `at_once` at a time."""
    encode(Path(files[0]).read_bytes())
    start = time.perf_counter()
    with ThreadPoolExecutor(at_once) as threads:
        list(threads.map(lambda file: encode(Path(file).read_bytes()), files))
    return len(files) / (time.perf_counter() - start)


def own_cpu() -> float:
    """Seconds of this process and of those that it has ended."""
    return sum(os.times()[:4])


def _load(search: Callable[[], object], clients: int, seconds: float) -> Load:
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        fewest = FEWEST if clients == 1 else 1
        parts = list(threads.map(lambda _: _for_a_while(search, seconds, fewest), range(clients)))
    whole = time.perf_counter() - start
    times = [one for part in parts for one in part]
    p50, p95 = (1000 * float(np.quantile(times, share)) for share in (0.5, 0.95))
    return Load(clients, p50, p95, len(times) / whole)


def _for_a_while(search: Callable[[], object], seconds: float, fewest: int) -> Sequence[float]:
    end, times = time.perf_counter() + seconds, list[float]()
    while time.perf_counter() < end or len(times) < fewest:
        before = time.perf_counter()
        search()
        times.append(time.perf_counter() - before)
    return times
