"""`python -m benchmarks.pages --url URL [--write] [--repetitions N]`: measures a running demo's pages."""

import argparse
import re
import statistics
import sys
import urllib.request
from collections.abc import Sequence

from playwright.sync_api import Browser

from config.demo.terminal import say
from config.servers.state import PROJECT

from ..machine import circumstances
from .budget import Case, cases
from .phone import chromium
from .report import page, rows
from .view import View, first_view

REPORT = PROJECT / "docs" / "page-speed.md"


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="of the demo")
    parser.add_argument("--write", action="store_true", help="rewrite docs/page-speed.md")
    parser.add_argument("--repetitions", type=int, default=5, help="of each page")
    options = parser.parse_args(argv)
    url = options.url.rstrip("/")
    with chromium() as browser:
        measured = [
            (case, median_view(browser, url, case, options.repetitions)) for case in cases(*found(url))
        ]
    text = page(circumstances(), [row for case, view in measured for row in rows(case, view)])
    say(text)
    if options.write:
        REPORT.write_text(text)


def found(url: str) -> tuple[str, str]:
    """The addresses of a category and of a product that the start page leads to."""
    with urllib.request.urlopen(url) as answer:
        html = answer.read().decode()
    links = [re.search(pattern, html) for pattern in (r'href="(/c/[^"]+)"', r'href="(/p/[^"/]+/)"')]
    if not all(links):
        sys.exit(f"{url} shows no products: is it the demo?")
    category, product = (link[1] for link in links if link)
    return category, product


def median_view(browser: Browser, url: str, case: Case, repetitions: int) -> View:
    first_view(browser, url, case)  # the server's caches are warm, as a shop's are
    views = [first_view(browser, url, case) for _ in range(repetitions)]
    taps = [view.interaction for view in views if view.interaction is not None]
    return View(
        lcp=statistics.median(view.lcp for view in views),
        cls=max(view.cls for view in views),
        interaction=statistics.median(taps) if taps else None,
        traffic=views[-1].traffic,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
