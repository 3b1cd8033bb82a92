"""`python -m benchmarks [--write] [--repetitions N]`: measures the shop and prints the figures."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from config.demo.checks import DemoError
from config.demo.programs import start_web, start_worker
from config.demo.signals import StopRequested, StopSignals
from config.demo.terminal import say
from config.demo.waiting import wait_for_web
from config.servers.server import ServerError, free_port
from config.servers.state import PROJECT, StateFolder

from .figures import Figure
from .machine import circumstances
from .peer import measure_peer
from .report import page
from .shop import import_once, measured_shop, running, tidy

REPORT = PROJECT / "docs" / "benchmarks.md"


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks.md")
    parser.add_argument("--repetitions", type=int, default=100, help="of each timed request")
    options = parser.parse_args(argv)
    data = data_folder()
    with StopSignals() as signals, measured_shop() as state:
        shop = measure(state, signals, data, options.repetitions)
    text = page(circumstances(), shop, measure_peer(max(2, options.repetitions // 4)))
    say(text)
    if options.write:
        REPORT.write_text(text)


def data_folder() -> Path:
    folder = Path(os.environ.get("VITRINE_DATA", ""))
    if not (folder / "products").is_dir():
        sys.exit("Set VITRINE_DATA to the folder of real pictures, with products/ and photos/ in it.")
    return folder


def measure(state: StateFolder, signals: StopSignals, data: Path, repetitions: int) -> list[Figure]:
    # Imported late: they need Django's models, and those its settings.
    from .api import measure_api
    from .web import measure_web
    from .worker import fill_vectors, measure_worker

    say("Importing the catalogue, once...")
    with running(start_worker(state), signals):
        import_once(state, data / "products")
        fill_vectors()
        say("Measuring the worker...")
        figures = [measure_worker()]
    tidy()
    port = free_port()
    say("Measuring the pages...")
    with running(start_web(state, port), signals) as web:
        wait_for_web(state, port, web.watch)
        source = min((data / "photos" / "images").glob("*.jpg")).read_bytes()
        pages = measure_web(port, web.pid, source, repetitions)
        say("Measuring the API...")
        return pages + measure_api(port, source, repetitions) + figures


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except StopRequested:
        sys.exit("Stopped.")
    except (DemoError, ServerError) as error:
        sys.exit(str(error))
