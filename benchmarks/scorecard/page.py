"""docs/scorecard.md: a line a figure; a part that was not run says so."""

from collections.abc import Mapping, Sequence

from benchmarks.machine import Circumstances

from .rounds import Row

HEAD = """\
# Scorecard

What must hold when many buy at once, measured through gunicorn (two processes of eight threads) and
PostgreSQL. Charges are counted by a bank in a process of its own, with its own ledger. `make scorecard`
rewrites this page; `make scorecard ARGS="--rounds 5 --only last-item,control"` runs a part, and the others
say that they were not run.

What takes seconds is held by `make test` instead: webhooks twenty times, shuffled, change the state once
(`tests/orders/stripe/test_news.py`, `tests/orders/test_concurrency.py`), and the sums of any cart add up in
currencies of 0, 2 and 3 decimals (`tests/orders/test_totals.py`).

Machine: {machine}

| figure | value | goal | date | commit |
|---|---:|---:|---|---|
"""


def page(where: Circumstances, parts: Mapping[str, Sequence[Row] | None]) -> str:
    lines = [line for name, rows in parts.items() for line in _lines(where, name, rows)]
    return HEAD.format(machine=where.machine) + "\n".join(lines) + "\n"


def _lines(where: Circumstances, name: str, rows: Sequence[Row] | None) -> list[str]:
    if rows is None:
        return [f"| {name} | not run | | | |"]
    return [f"| {row.figure} | {row.value} | {row.goal} | {where.date} | {where.commit} |" for row in rows]
