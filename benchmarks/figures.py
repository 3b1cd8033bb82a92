"""Measured numbers with what they were meant to be."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`goal` is a bound in the same unit: from above, or from below with `at_least`."""

    name: str
    value: float
    unit: str
    p95: float | None = None
    goal: float | None = None
    at_least: bool = False

    @property
    def is_met(self) -> bool | None:
        """None without a goal."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def milliseconds(name: str, seconds: Sequence[float], *, goal: float | None = None) -> Figure:
    """The median and the 95th percentile of at least two times."""
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return Figure(name, 1000 * statistics.median(seconds), "ms", 1000 * p95, goal)


def median_cpu_ms(work: Callable[[], object], *, times: int) -> float:
    """Milliseconds of this thread's CPU: the machine's pace, whatever else it does."""
    taken = []
    for _ in range(times):
        start = time.thread_time()
        work()
        taken.append(time.thread_time() - start)
    return 1000 * statistics.median(taken)
