from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from catalog.management.importing import run_import


class Command(BaseCommand):
    help = "Imports a folder of pictures with a CSV table; docs/import.md describes the tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with the table in it")

    def handle(self, *args: Any, folder: Path, verbosity: int, **options: Any) -> None:
        run_import(self, folder, verbosity=verbosity)
