"""`python -m benchmarks.scorecard [--rounds N] [--seconds S] [--only PART,...]`, on servers of its own."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from benchmarks.machine import circumstances
from config.demo.terminal import say

if TYPE_CHECKING:
    from .rounds import Row

REPORT = Path(__file__).parents[2] / "docs" / "scorecard.md"


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scorecard")
    parser.add_argument("--rounds", type=int, default=100, help="for the last item")
    parser.add_argument("--seconds", type=float, default=60.0, help="of checkouts")
    parser.add_argument("--only", default="", help="names of parts, separated by commas")
    options = parser.parse_args(argv)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_delivery")
    chosen = set(filter(None, options.only.split(",")))
    every = parts(options.rounds, options.seconds)
    results = {name: part() if not chosen or name in chosen else None for name, part in every.items()}
    from .page import page  # models exist after setup only

    text = page(circumstances(), results)
    REPORT.write_text(text)
    say(text)


def parts(rounds: int, seconds: float) -> "dict[str, Callable[[], list[Row]]]":
    """By name, in the order in which they run; the control spoils the shop and comes last."""
    from . import rounds as all_at_once
    from .sequences import cart_sequences
    from .server import gunicorn
    from .throughput import checkouts

    def served(part: "Callable[[int], list[Row]]") -> "Callable[[], list[Row]]":
        def run() -> "list[Row]":
            with gunicorn() as port:
                return part(port)

        return run

    return {
        "last-item": served(lambda port: all_at_once.last_item(port, rounds)),
        "stock-of-thirty": served(all_at_once.stock_of_thirty),
        "opposite-baskets": served(all_at_once.opposite_baskets),
        "one-key": all_at_once.one_key,
        "coupon": served(all_at_once.single_coupon),
        "throughput": served(lambda port: checkouts(port, seconds)),
        "killed": all_at_once.killed_after_the_charge,
        "cart-sequences": cart_sequences,
        "control": all_at_once.control,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
