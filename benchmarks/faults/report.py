"""docs/resilience.md: a line a figure; what was not run says so, and what was not met, too."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from benchmarks.machine import Circumstances

if TYPE_CHECKING:
    from .rows import Row

HEAD = """\
# Resilience

What the shop does while its parts break, under shoppers who browse and order: PostgreSQL, Valkey, gunicorn
(two processes of four threads), a worker of two processes and beat, each killed or stopped by its process.
Afterwards the rules of orders, stock and vectors must hold with no hand touching anything. Faults come at
random moments, and of several the worst is told; a bucket's pages are reckoned together, beside those of a
web server whose bucket stays. Standbys need no moment: what they are asked is the same at any. `make
faults` rewrites this page, in about 35 minutes; `make faults ARGS="--moments 3 --only
worker-killed,postgres-killed --report FILE"` runs a part into a page of its own, and the others say that
they were not run. Containers killed one after the other, and an upgrade under requests:
[rehearsal.md](rehearsal.md).

Machine: {machine}

| figure | value | goal | met | date | commit |
|---|---:|---:|---|---|---|
"""


def page(where: Circumstances, parts: "Mapping[str, Sequence[Row] | None]") -> str:
    lines = [line for name, rows in parts.items() for line in _lines(where, name, rows)]
    return HEAD.format(machine=where.machine) + "\n".join(lines) + "\n"


def _lines(where: Circumstances, name: str, rows: "Sequence[Row] | None") -> list[str]:
    if not rows:
        return [f"| {name} | not run | | | | |"]
    end = f"{where.date} | {where.commit} |"
    return [
        f"| {row.figure} | {row.value} | {row.goal} | {'yes' if row.is_met else 'NO'} | {end}" for row in rows
    ]
