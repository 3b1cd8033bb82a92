"""The figures as a page."""

from collections.abc import Sequence

from .figures import Figure
from .machine import PACE, PACE_OF_GOALS_MS, Circumstances

HEAD = """\
# Benchmarks

`make bench` measures a running shop: gunicorn, Celery, PostgreSQL and Valkey as `make demo` starts them,
with the default encoder and the catalogue of `$VITRINE_DATA/products`. Times are from the first byte sent to
the last byte of the page, over HTTP, one request after the other on a warm server.
`make bench ARGS=--write` rewrites this page. On pages of their own: [photo search](benchmarks-photo.md),
[beside others](benchmarks-peers.md), [at a million](benchmarks-scale.md), [the desk](benchmarks-desk.md) and
[pages in a browser](page-speed.md).

- Date: {date}
- Commit: {commit}
- Machine: {machine}
"""
COLUMNS = ("figure", "median", "95 %", "goal", "met")


def page(where: Circumstances, shop: Sequence[Figure], peer: Sequence[Figure]) -> str:
    """Markdown. `peer` is the usual recipe, measured in the same run."""
    head = HEAD.format(date=where.date, commit=where.commit, machine=where.machine)
    ours = ["## Vitrine", table(shop), *pace(shop)]
    theirs = ["## The usual recipe", PEER, table(peer), *ratios(shop, peer)]
    return "\n\n".join(part.strip() for part in [head, *ours, *theirs]) + "\n"


PEER = """\
Keras ResNet50 called with `predict()` for each picture, then scikit-learn's brute-force search, in memory
and without what makes a page: no upload, no decoding, no database, no template.
"""


def table(figures: Sequence[Figure]) -> str:
    rows = [COLUMNS, ("---", "---:", "---:", "---:", "---"), *map(_cells, figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def pace(shop: Sequence[Figure]) -> list[str]:
    """How quick the machine is, beside the one that the goals are of."""
    return [
        f"The goals were set where a photo of 12 megapixels opened in {PACE_OF_GOALS_MS:.0f} ms; this machine"
        f" needs {figure.value:.0f} ms of CPU, {figure.value / PACE_OF_GOALS_MS:.1f} times as long."
        for figure in shop
        if figure.name == PACE
    ]


def ratios(shop: Sequence[Figure], peer: Sequence[Figure]) -> list[str]:
    """How many of our whole searches fit into one of the recipe's."""
    theirs = sum(figure.value for figure in peer if figure.unit == "ms")
    searches = [figure for figure in shop if figure.name.startswith("photo search")]
    return [
        f"The recipe takes {theirs / figure.value:.1f} times as long as the whole {figure.name}."
        for figure in searches
    ]


def _cells(figure: Figure) -> tuple[str, ...]:
    sign = "≥" if figure.at_least else "≤"
    met = {True: "yes", False: "no", None: ""}[figure.is_met]
    return (
        figure.name,
        _with_unit(figure.value, figure.unit),
        "" if figure.p95 is None else _with_unit(figure.p95, figure.unit),
        "" if figure.goal is None else f"{sign} {figure.goal:g} {figure.unit}".strip(),
        met,
    )


def _with_unit(value: float, unit: str) -> str:
    digits = 1 if unit in ("ms", "×") else 0
    return f"{value:.{digits}f} {unit}".strip()
