"""The views as a page of figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..machine import Circumstances
from .budget import CLS, INTERACTION_MS, KILOBYTE, KINDS, LCP_MS, Case
from .phone import DOWN_MBITS, LATENCY_MS, SLOWDOWN
from .view import PIXELS_PER_PX, VIEWPORT, View

HEAD = """\
# Page speed

`make bench-pages URL=http://127.0.0.1:8000` opens the pages of a running demo as an ordinary phone would,
each with a cold cache: Chromium, {width} × {height} px at {ratio} pixels per px, its processor slowed down
{slowdown} times, {mbits:g} Mbit/s with {latency} ms of latency. Medians of several views; the worst of layout
shifts. Bytes are compressed, with headers. `ARGS=--write` rewrites this page.

- Date: {date}
- Commit: {commit}
- Machine: {machine}

| page | figure | measured | at most | met |
| --- | --- | ---: | ---: | --- |
"""


@dataclass(frozen=True)
class Row:
    page: str
    figure: str
    value: float
    most: float
    digits: int
    unit: str

    def __str__(self) -> str:
        value = f"{self.value:.{self.digits}f} {self.unit}".strip()
        most = f"{self.most:g} {self.unit}".strip()
        met = "yes" if self.value <= self.most else "no"
        return f"| {self.page} | {self.figure} | {value} | {most} | {met} |"


def page(where: Circumstances, measured: Sequence[Row]) -> str:
    """Markdown."""
    head = HEAD.format(
        date=where.date,
        commit=where.commit,
        machine=where.machine,
        slowdown=SLOWDOWN,
        mbits=DOWN_MBITS,
        latency=LATENCY_MS,
        width=VIEWPORT["width"],
        height=VIEWPORT["height"],
        ratio=PIXELS_PER_PX,
    )
    return head + "\n".join(map(str, measured)) + "\n"


def rows(case: Case, view: View) -> Iterator[Row]:
    yield Row(case.name, "largest paint (LCP)", view.lcp, LCP_MS, 0, "ms")
    yield Row(case.name, "layout shift (CLS)", view.cls, CLS, 3, "")
    if view.interaction is not None:
        yield Row(case.name, "answer to a tap", view.interaction, INTERACTION_MS, 0, "ms")
    sizes = {kind: view.traffic.bytes_of[kind] / KILOBYTE for kind in KINDS}
    for kind, kilobytes in sizes.items():
        yield Row(case.name, kind, kilobytes, getattr(case.budget, kind), 1, "KB")
    total = sum(view.traffic.bytes_of.values()) / KILOBYTE
    yield Row(case.name, "all bytes", total, case.budget.total, 1, "KB")
    yield Row(case.name, "requests", view.traffic.requests, case.budget.requests, 0, "")
