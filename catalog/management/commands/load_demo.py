from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.demo.folder import DemoFolder, plan_demo_folder
from catalog.management.importing import run_import

_MOST = 9999


class Command(BaseCommand):
    help = "Draws the demo catalogue and imports it; what is drawn and imported already is passed over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--products", type=_count, default=240, help="how many (default: %(default)s)")

    def handle(self, *args: Any, products: int, verbosity: int, **options: Any) -> None:
        demo = plan_demo_folder(settings.VAR_DIR / "demo-catalogue", products=products)
        try:
            _draw(demo, verbosity)
        except OSError as error:
            raise CommandError(f"The demo catalogue cannot be written: {error}.") from error
        if verbosity:
            self.stdout.write(
                f"Pictures: {len(demo.missing)} drawn, {demo.pictures - len(demo.missing)} kept."
            )
        run_import(self, demo.path, verbosity=verbosity)


def _draw(demo: DemoFolder, verbosity: int) -> None:
    # `None` shows the bar on a terminal only.
    quiet = None if verbosity else True
    for _ in tqdm(demo.draw(), total=len(demo.missing), desc="Drawing", unit="picture", disable=quiet):
        pass


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise ArgumentTypeError(f"{text!r} is no number from 1 to {_MOST}")
    return int(text)
