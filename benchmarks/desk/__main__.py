"""`python -m benchmarks.desk [--products N] [--write]`, on servers of its own."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import django
from django.core.management import call_command

from benchmarks.machine import circumstances
from benchmarks.report import table
from config.demo.terminal import say

REPORT = Path(__file__).parents[2] / "docs" / "benchmarks-desk.md"
PAGE = """\
# Benchmarks of the merchant's desk

`make bench-desk` fills a shop with {products:,} products, {images:,} pictures (sixty, repeated in distinct
rows) and {variants:,} variants, asks the admin's pages one after the other in one process, and imports
{products:,} rows more with a worker that is killed half-way. `make bench-desk ARGS=--write` rewrites this
page.

- Date: {date}
- Commit: {commit}
- Machine: {machine}

{table}
"""


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk")
    parser.add_argument("--products", type=int, default=50_000)
    parser.add_argument("--repetitions", type=int, default=30, help="of each page")
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks-desk.md")
    options = parser.parse_args(argv)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    with tempfile.TemporaryDirectory(prefix="vitrine-desk-") as folder:
        # Shared with the worker's process, which the test settings' own folder would not be.
        os.environ |= {"VITRINE_IMPORT_ROOT": f"{folder}/imports"}
        text = measure(options.products, options.repetitions)
    say(text)
    if options.write:
        REPORT.write_text(text)


def measure(products: int, repetitions: int) -> str:
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from .importing import measure_import  # models exist after setup only
    from .pages import measure_pages
    from .rows import IMAGES_EACH, VARIANTS_EACH, fill

    fill(products)
    figures = [*measure_pages(products, repetitions), *measure_import(products)]
    where = circumstances()
    return PAGE.format(
        products=products,
        images=products * IMAGES_EACH,
        variants=products * VARIANTS_EACH,
        date=where.date,
        commit=where.commit,
        machine=where.machine,
        table=table(figures),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
