"""The shop's own photo search: by HTTP, to the last byte of the page, with as many products."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

from config.demo.programs import start_web
from config.demo.signals import StopSignals
from config.demo.waiting import wait_for_web
from config.servers.server import free_port
from config.servers.state import StateFolder

from ..http_timing import fetch
from ..memory import children_of, memory_of
from ..requests import PhotoForm
from ..shop import running
from .load import Measured, loads_of

TICKS = os.sysconf("SC_CLK_TCK")


def measure_ours(
    state: StateFolder, signals: StopSignals, photos: Mapping[str, bytes], seconds: float, counted: int
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
    return Measured("Vitrine, the whole page by HTTP", first_answer, memory, cpu, loads)


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
