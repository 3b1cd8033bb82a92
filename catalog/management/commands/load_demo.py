from argparse import ArgumentParser, ArgumentTypeError
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.demo.assortment import MOST
from catalog.demo.folder import DemoFolder, plan_demo_folder
from catalog.demo.samples import SampleFolder
from catalog.management.importing import run_import
from catalog.models import Category, Product

USUAL = 640
DEPARTMENTS = ("Women", "Men", "Kids", "Accessories")


class Command(BaseCommand):
    help = (
        "Draws the demo catalogue and imports it, once: what a merchant has changed since stays changed. "
        "Import its folder, demo-catalogue under the state folder, to have it as it was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--products", type=_count, default=USUAL, help="how many (default: %(default)s)")

    def handle(self, *args: Any, products: int, verbosity: int, **options: Any) -> None:
        demo = plan_demo_folder(settings.VAR_DIR / "demo-catalogue", products=products)
        samples = SampleFolder(settings.VAR_DIR / "demo-catalogue" / "samples")
        try:
            _draw(demo, verbosity)
            if settings.SAMPLE_PHOTOS:
                _take_samples(samples, verbosity)
        except OSError as error:
            raise CommandError(f"The demo catalogue cannot be written: {error}.") from error
        except BrokenExecutor as error:
            raise CommandError(
                "A process that draws was killed, most likely for want of memory: start again, "
                "and the drawing goes on where it was."
            ) from error
        if verbosity:
            drawn = len(demo.missing)
            self.stdout.write(f"Pictures: {drawn} drawn, {demo.pictures - drawn} kept.")
        if not _is_loaded(demo):
            run_import(self, demo.path, verbosity=verbosity)
            _order_departments()
            _note(demo).write_text(demo.digest)
        elif verbosity:
            self.stdout.write("Products: loaded before, nothing changed.")


def _draw(demo: DemoFolder, verbosity: int) -> None:
    # `None` shows the bar on a terminal only.
    quiet = None if verbosity else True
    for _ in tqdm(demo.draw(), total=len(demo.missing), desc="Drawing", unit="picture", disable=quiet):
        pass


def _take_samples(samples: SampleFolder, verbosity: int) -> None:
    missing = samples.missing()
    quiet = None if verbosity else True
    for _ in tqdm(samples.draw(), total=len(missing), desc="Photographing", unit="sample", disable=quiet):
        pass
    samples.publish()


def _order_departments() -> None:
    for position, name in enumerate(DEPARTMENTS):
        Category.objects.filter(parent=None, name=name).update(position=position)


def _note(demo: DemoFolder) -> Path:
    return demo.path / "loaded"


def _is_loaded(demo: DemoFolder) -> bool:
    # The note may be of another database than this one.
    note = _note(demo)
    same = note.exists() and note.read_text() == demo.digest
    return same and Product.objects.filter(external_id__in=demo.external_ids).exists()


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise ArgumentTypeError(f"{text!r} is no number from 1 to {MOST}")
    return int(text)
