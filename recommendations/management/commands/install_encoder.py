from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from recommendations.encoders import EncoderArtefactError
from recommendations.litert import CARD_FILE, MODEL_FILE
from recommendations.services.encoder_files import install_encoder


class Command(BaseCommand):
    help = "Adds an encoder: checks the files of a folder and puts them beside the shop's own."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help=f"with {CARD_FILE} and {MODEL_FILE}")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            card = install_encoder(
                card=(folder / CARD_FILE).read_bytes(), model=(folder / MODEL_FILE).read_bytes()
            )
        except (EncoderArtefactError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{card.key} is here. `manage.py reembed --encoder {card.key}` fills it.")
