"""`python -m benchmarks.faults [--moments N] [--only PART,...] [--report FILE]`: servers of its own."""

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from benchmarks.machine import circumstances
from config.demo.preparation import collect_static
from config.demo.terminal import say

from .report import page
from .rig import Rig, rig

if TYPE_CHECKING:
    from .rows import Row

PROJECT = Path(__file__).parents[2]
REPORT = PROJECT / "docs" / "resilience.md"
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings.demo",
    "VITRINE_SWEEP_SECONDS": "15",
    "VITRINE_LOG_LEVEL": "WARNING",
    "VITRINE_STATIC_ROOT": str(PROJECT / "build" / "faults" / "static"),  # kept for the next run
}
SECONDS = {
    "child-killed": 15.0, "worker-killed": 25.0, "deadly-picture": 15.0, "delivered-often": 4.0,
    "valkey-hanging": 25.0, "valkey-killed": 80.0, "postgres-killed": 6.0, "bucket-away": 24.0,
    "replicas": 5.0, "disk-full": 3.0,
}  # fmt: skip
"""That a moment of each part takes on a quiet machine."""


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument("--moments", type=int, default=10, help="how often what is random is done")
    parser.add_argument("--images", type=int, default=200)
    parser.add_argument("--only", default="", help="names of parts, separated by commas")
    parser.add_argument("--report", type=Path, default=REPORT)
    options = parser.parse_args(argv)
    chosen = set(filter(None, options.only.split(","))) or set(SECONDS)
    say(f"about {60 + sum(SECONDS[name] for name in chosen) * options.moments:.0f} s")
    with tempfile.TemporaryDirectory(prefix="vitrine-faults-") as folder:
        os.environ.update(ENVIRONMENT, VITRINE_VAR=folder)
        with rig(Path(folder)) as shop:
            prepare(shop, options.images)
            results = {
                name: run(name, part) if name in chosen else None
                for name, part in parts(shop, options.moments).items()
            }
    text = page(circumstances(), results)
    options.report.write_text(text)
    say(text)


def prepare(shop: Rig, images: int) -> None:
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_delivery", stdout=io.StringIO())
    collect_static()
    from .stock import ask_for_all, stock_up, wait_for_all  # models exist after setup only

    stock_up(images)
    shop.start_worker()
    shop.start_beat()
    shop.port = shop.start_web()
    ask_for_all()
    say(f"{images} images embedded in {wait_for_all(300):.0f} s")


def parts(shop: Rig, moments: int) -> "Mapping[str, Callable[[], list[Row]]]":
    """By name, in the order in which they run."""
    from . import of_bucket, of_disks, of_servers, of_workers

    return {
        "child-killed": lambda: of_workers.child_killed(shop, moments),
        "worker-killed": lambda: of_workers.worker_killed(shop, moments),
        "deadly-picture": lambda: of_workers.deadly_picture(shop, moments),
        "delivered-often": lambda: of_workers.delivered_often(shop, moments),
        "valkey-hanging": lambda: of_servers.valkey_hanging(shop, moments),
        "valkey-killed": lambda: of_servers.valkey_killed(shop, moments),
        "postgres-killed": lambda: of_servers.postgres_killed(shop, moments),
        "bucket-away": lambda: of_bucket.bucket_away(shop, moments),
        "replicas": of_servers.replicas,
        "disk-full": lambda: of_disks.media_disk_full(shop, moments),
    }


def run(name: str, part: "Callable[[], list[Row]]") -> "list[Row]":
    say(f"{name}...")
    begun = time.monotonic()
    rows = part()
    say(f"  {time.monotonic() - begun:.0f} s")
    for row in rows:
        say(f"  {row.figure}: {row.value} ({row.goal})")
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
