"""The shop's own photo search: by HTTP, to the last byte of the page, with as many products."""

import os
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from catalog.imaging import open_picture
from config.demo.programs import start_web
from config.demo.signals import StopSignals
from config.demo.waiting import wait_for_web
from config.servers.server import free_port
from config.servers.state import StateFolder
from recommendations.encoders import shared_pool
from recommendations.selectors import active_encoder

from ..http_timing import Request, fetch
from ..memory import children_of, memory_of
from ..requests import PhotoForm
from ..shop import running
from .load import Measured, embedded_a_second, loads_of

NAME = "Vitrine, the whole page by HTTP"
WHOLE = "whole"
_STAGE = "vitrine_search_stage_milliseconds"
TICKS = os.sysconf("SC_CLK_TCK")


def measure_ours(
    state: StateFolder,
    signals: StopSignals,
    photos: Mapping[str, bytes],
    embedded: float,
    *,
    seconds: float,
    counted: int,
) -> Measured:
    """Of a shop that is filled already. Raises UnexpectedAnswer."""
    port, start = free_port(), time.perf_counter()
    with running(start_web(state, port), signals) as web:
        wait_for_web(state, port, web.watch)
        form = PhotoForm.opened(port)
        searches = {size: form.search(photo) for size, photo in photos.items()}
        first = next(iter(searches.values()))
        fetch(port, first)
        first_answer = time.perf_counter() - start
        loads = {
            size: loads_of(lambda request=request: fetch(port, request), seconds)  # type: ignore[misc]
            for size, request in searches.items()
        }
        before = _cpu()
        for _ in range(counted):
            fetch(port, first)
        cpu = 1000 * (_cpu() - before) / counted
        memory = sum(memory_of(pid).proportional for pid in [web.pid, *children_of(web.pid)])
        parts = {size: _parts(port, request, counted) for size, request in searches.items()}
    return Measured(NAME, first_answer, memory, cpu, loads, embedded, parts)


def catalogue_embedding(files: Sequence[str]) -> float:
    """Pictures a second by the active encoder, as many at a time as there are cores, without a database."""
    pool, cores = shared_pool(active_encoder().key), len(os.sched_getaffinity(0))

    def encode(data: bytes) -> object:
        pixels = open_picture(data)
        with pool.encoder() as encoder:
            return encoder.encode([pixels])

    return embedded_a_second(encode, files, at_once=cores)


def _parts(port: int, request: Request, count: int) -> dict[str, float]:
    """Milliseconds of each stage of one search, as the shop itself reports them, and of the whole."""
    before = _stages(port)
    seconds = sum(fetch(port, request).seconds for _ in range(count))
    after = _stages(port)
    stages = {name: (after[name] - before.get(name, 0.0)) / count for name in after}
    return {**stages, WHOLE: 1000 * seconds / count}


def _stages(port: int) -> dict[str, float]:
    page = fetch(port, Request("/metrics", _STAGE)).page
    return {name: float(sum_) for name, sum_ in re.findall(rf'{_STAGE}_sum{{stage="(\w+)"}} (\S+)', page)}


def _cpu() -> float:
    """Seconds of the web processes and of the database's, all together."""
    return sum(_seconds(path) for path in Path("/proc").glob("[0-9]*/stat"))


def _seconds(path: Path) -> float:
    try:
        rest = path.read_text().partition(") ")[2]
        words = (path.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:  # it has ended meanwhile
        return 0.0
    if "config.wsgi:application" not in words and "postgres" not in words:
        return 0.0
    fields = rest.split()
    return (int(fields[11]) + int(fields[12])) / TICKS
