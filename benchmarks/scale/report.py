"""The figures as a page, and what they let expect of larger shops."""

import os
from collections.abc import Sequence

from ..machine import Circumstances
from .measure import CLIENTS, Size

HEAD = """\
# Search at scale

`make bench-scale` draws shops of two pictures and three variants a product into PostgreSQL, on servers of
its own, and searches them through `nearest()` for the best 24 products, after one round that warms up.
`ARGS=--write` rewrites this page, `ARGS="--sizes 10000"` measures one size. What follows from it:
[scaling.md](scaling.md).

- Date: {date}
- Commit: {commit}
- Machine: {machine}
- Load when it ended: {load:.1f} processes; of more than 8 the times tell of other work

Looks are vectors of real products and noise along the differences of real ones of the same type
(`benchmarks/scale/looks.py`). Their nearest neighbours are as far away as those of real ones, the tenth and
the hundredth a little farther:

![Distances of the nearest, of real and of drawn looks](plots/scale-neighbours.png)

A filter is *independent* of what is asked (a price), or *opposed* to it: it lets through those products that
look least like it. *Recall* is the share of the true best 24 that were found (those within 10⁻⁴ of the last
count), *worst* of the 50 queries the poorest.
"""
RECALL = 0.98
FREE_MS, FILTERED_MS = 10.0, 40.0
MANY_TIMES = 5.0
BUILD_MINUTES = 8.0


def page(where: Circumstances, sizes: Sequence[Size]) -> str:
    """Markdown."""
    head = HEAD.format(date=where.date, commit=where.commit, machine=where.machine, load=os.getloadavg()[1])
    parts = [head, _stored(sizes)]
    for size in sizes:
        parts += [f"## {size.images:,} images", _asked(size)]
    return "\n\n".join(part.strip() for part in [*parts, _goals(sizes[-1])]) + "\n"


def _stored(sizes: Sequence[Size]) -> str:
    rows = [
        "| images | index built in | index | vectors | whole database | bytes a product |",
        "|--:|--:|--:|--:|--:|--:|",
    ]
    rows += [
        f"| {size.images:,} | {size.build_seconds:.0f} s | {_mb(size.index_bytes)}"
        f" | {_mb(size.vectors_bytes)} | {_mb(size.all_bytes)} | {size.bytes_a_product:,.0f} |"
        for size in sizes
    ]
    return "\n".join(rows)


def _asked(size: Size) -> str:
    rows = [
        f"| filter | recall | worst | p50 | p95 | {CLIENTS} clients: p50 | p95 | searches/s |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for asked in size.asked:
        one, many = asked.one, asked.many
        times = [timed.milliseconds(share) for timed in (one, many) for share in (0.5, 0.95)]
        rows.append(
            f"| {asked.case.name} | {asked.recall:.3f} | {asked.worst:.2f} | "
            + " | ".join(f"{time:.1f} ms" for time in times)
            + f" | {many.throughput:.0f} |"
        )
    return "\n".join(rows)


def _goals(size: Size) -> str:
    """Of the largest size."""
    free, *filtered = [asked.one.milliseconds(0.95) for asked in size.asked]
    ratio = max(asked.many.milliseconds(0.95) / asked.one.milliseconds(0.95) for asked in size.asked)
    recall, minutes = min(asked.recall for asked in size.asked), size.build_seconds / 60
    rows = [
        "| goal | measured | asked for | met |",
        "|---|--:|--:|---|",
        f"| recall of every filter | {recall:.3f} | ≥ {RECALL:g} | {_met(recall >= RECALL)} |",
        _row("p95 without a filter", free, "ms", FREE_MS),
        _row("p95 with the slowest filter", max(filtered), "ms", FILTERED_MS),
        _row(f"p95 of {CLIENTS} clients to that of one", ratio, "×", MANY_TIMES),
        _row("index built in", minutes, "min", BUILD_MINUTES),
    ]
    return f"## The goals, at {size.images:,} images\n\n" + "\n".join(rows)


def _row(name: str, value: float, unit: str, most: float) -> str:
    return f"| {name} | {value:.1f} {unit} | ≤ {most:g} {unit} | {_met(value <= most)} |"


def _met(met: bool) -> str:
    return "yes" if met else "no"


def _mb(count: int) -> str:
    return f"{count / 2**20:,.0f} MB"
