from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, card_folder, load_encoder
from recommendations.evaluation.gallery import read_gallery
from recommendations.evaluation.lineup import searched_first
from recommendations.evaluation.strength import fit_scale, judged_matches
from recommendations.litert import ArtefactError, read_facts, write_facts
from recommendations.training.datasets import DatasetError, read_photos, read_products


class Command(BaseCommand):
    help = "Fits what an encoder's similarities mean on held-out pictures, and writes it on its card."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--products", type=Path, required=True, metavar="DIR")
        parser.add_argument("--photos", type=Path, required=True, metavar="DIR")
        parser.add_argument("--encoder", default=settings.VITRINE_ENCODER, metavar="KEY")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            encoder = load_encoder(options["encoder"], settings.VITRINE_ENCODER_DIRS)
            folder = card_folder(options["encoder"], settings.VITRINE_ENCODER_DIRS)
            if "type" not in encoder.card.labels:
                raise CommandError(f"{encoder.card.key} reads no types, so there is nothing to fit by.")
            products, photos = read_products(options["products"]), read_photos(options["photos"])
            with _bar("reading") as bar:
                gallery = read_gallery(products, photos, bar.update)
            with _bar("encoding") as bar:
                scale, errors = fit_scale(judged_matches(encoder, gallery, searched_first, bar.update))
        except (ArtefactError, DatasetError, UnknownEncoder, EncoderArtefactError) as error:
            raise CommandError(str(error)) from error
        for strength, level in scale.levels.items():
            edge = -level.intercept / level.slope
            off = errors[strength].value
            self.stdout.write(f"{strength}: from a similarity of {edge:.3f}; calibration error {off:.3f}")
        fitted = {
            "strength": scale.as_facts(),
            "strength_calibration_error": {
                strength.value: round(figure.value, 4) for strength, figure in errors.items()
            },
        }
        write_facts(folder, {**read_facts(folder), **fitted})


def _bar(name: str) -> Any:
    return tqdm(desc=name, unit="picture", disable=None)
