"""Shoppers who go on while something breaks."""

import http.client
import statistics
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from benchmarks.scorecard.shopper import Answer, Shopper

from .stock import SKU

PAGES: Final = ("/", "/c/faults/", "/p/good-2/", "/search/?q=good", "/cart/badge/")


@dataclass
class Seen:
    """`seconds` of each page that was answered; `broken`: no answer, or one that is neither 200 nor 503."""

    seconds: list[float] = field(default_factory=list)
    unavailable: int = 0
    broken: list[str] = field(default_factory=list)
    orders: int = 0

    @property
    def p95_ms(self) -> float:
        return 1000 * statistics.quantiles(self.seconds, n=20, method="inclusive")[-1]


def taken_together(moments: Iterable[Seen]) -> Seen:
    every = list(moments)
    return Seen(
        seconds=[seconds for seen in every for seconds in seen.seconds],
        unavailable=sum(seen.unavailable for seen in every),
        broken=[broken for seen in every for broken in seen.broken],
        orders=sum(seen.orders for seen in every),
    )


@contextmanager
def shoppers(port: int, *, buyers: int = 1, browsers: int = 2) -> Iterator[Seen]:
    """Until the end of the block."""
    seen, ended = Seen(), threading.Event()
    jobs = [threading.Thread(target=_browse, args=(port, seen, ended)) for _ in range(browsers)]
    jobs += [threading.Thread(target=_buy, args=(port, seen, ended)) for _ in range(buyers)]
    for job in jobs:
        job.start()
    try:
        yield seen
    finally:
        ended.set()
        for job in jobs:
            job.join()


def timed(port: int, path: str) -> tuple[Answer | None, float]:
    """None where the connection broke."""
    begun = time.perf_counter()
    try:
        answer = Shopper(port).get(path)
    except (OSError, http.client.HTTPException):
        return None, time.perf_counter() - begun
    return answer, time.perf_counter() - begun


def _browse(port: int, seen: Seen, ended: threading.Event) -> None:
    while not ended.is_set():
        for path in PAGES:
            answer, seconds = timed(port, path)
            seen.seconds.append(seconds)
            if answer is None or answer.status not in (200, 503):
                seen.broken.append(f"{path}: {answer.status if answer else 'no answer'}")
            elif answer.status == 503:
                seen.unavailable += 1
        ended.wait(0.05)


def _buy(port: int, seen: Seen, ended: threading.Event) -> None:
    while not ended.is_set():
        shopper = Shopper(port)
        try:
            seen.orders += shopper.order(shopper.ready(SKU)).is_order
        except (OSError, http.client.HTTPException):
            continue
        ended.wait(0.2)
