"""The figures and ratios as a page."""

from collections.abc import Sequence

from ..machine import Circumstances
from .goals import goals
from .load import Load, Measured
from .ours import WHOLE
from .vectors import VectorPart

HEAD = """\
# Beside others

`make bench-peers` measures the shop's photo search beside five ways that it is usually built, with the same
real pictures and {products:,} products, one after the other on one machine. Ours by HTTP to the last byte of
the page; theirs without any web page: decoding, network and search in one process. *As run*: as their authors
have published it (Pillow decodes all of the photo, `predict()` for each picture). *Tuned*: loaded once, one
traced function, the JPEG decoded small, brute force by one product of matrices. Their weights are random,
which takes as long as trained ones. `ARGS=--write` rewrites this page.

- Date: {date}
- Commit: {commit}
- Machine: {machine}
"""
PLOT = "![Times of one search, one client, on a scale of powers of ten](plots/peers.png)"


def page(
    where: Circumstances, products: int, measured: Sequence[Measured], parts: Sequence[VectorPart]
) -> str:
    """Markdown. `measured` begins with ours."""
    head = HEAD.format(products=products, date=where.date, commit=where.commit, machine=where.machine)
    tables = [head.strip(), _costs(measured)]
    for size in measured[0].loads:
        tables += [f"## A photo of {size}", _loads(measured, size)]
    tables += ["## The vector part", _vector_parts(parts)]
    tables += ["## Where our time goes", _stages(measured[0]), "## Ratios", PLOT, _ratios(measured)]
    tables += ["## The goals", goals(measured, parts)]
    return "\n\n".join(tables) + "\n"


def _costs(measured: Sequence[Measured]) -> str:
    rows = [
        "| | start to first answer | memory | CPU for 1,000 searches | pictures embedded a second |",
        "|---|--:|--:|--:|--:|",
    ]
    rows += [
        f"| {one.name} | {one.start:.1f} s | {one.memory:,.0f} MB | {one.cpu:,.0f} s | {_embedded(one)} |"
        for one in measured
    ]
    return "\n".join(rows)


def _embedded(one: Measured) -> str:
    return "" if one.embedded is None else f"{one.embedded:,.1f}"


def _loads(measured: Sequence[Measured], size: str) -> str:
    clients = [load.clients for load in measured[0].loads[size]]
    heads = [f"{count} clients: p50 | p95 | searches/s" for count in clients]
    rows = [f"| | {' | '.join(heads)} |", "|---|" + "--:|" * 3 * len(clients)]
    rows += [f"| {one.name} | {' | '.join(map(_load, one.loads[size]))} |" for one in measured]
    return "\n".join(rows)


def _load(load: Load) -> str:
    return f"{load.p50:,.0f} ms | {load.p95:,.0f} ms | {load.throughput:.1f}"


def _vector_parts(parts: Sequence[VectorPart]) -> str:
    rows = ["| | recall@24 | p50 | p95 |", "|---|--:|--:|--:|"]
    rows += [f"| {part.name} | {part.recall:.3f} | {part.p50:.2f} ms | {part.p95:.2f} ms |" for part in parts]
    return "\n".join(rows)


def _stages(ours: Measured) -> str:
    """One after the other, but for what a second core does beside them."""
    sizes = list(ours.parts)
    rows = [f"| ms of one search | {' | '.join(sizes)} |", "|---|" + "--:|" * len(sizes)]
    stages = [*(name for name in ours.parts[sizes[0]] if name != WHOLE), WHOLE]
    for stage in stages:
        times = [f"{ours.parts[size][stage]:.1f}" for size in sizes]
        rows.append(f"| {stage} | {' | '.join(times)} |")
    return "\n".join(rows)


def _ratios(measured: Sequence[Measured]) -> str:
    """How many times as long each takes, one client."""
    ours, *others = measured
    sizes = list(ours.loads)
    rows = [f"| times as long as ours | {' | '.join(sizes)} |", "|---|" + "--:|" * len(sizes)]
    for other in others:
        times = [f"{other.loads[size][0].p50 / ours.loads[size][0].p50:.1f} ×" for size in sizes]
        rows.append(f"| {other.name} | {' | '.join(times)} |")
    return "\n".join(rows)
