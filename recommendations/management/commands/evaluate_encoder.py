import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from recommendations.encoders import Encoder, EncoderArtefactError, UnknownEncoder, load_encoder
from recommendations.evaluation.benchmark import Gallery, measure, read_gallery
from recommendations.evaluation.metrics import Figure
from recommendations.evaluation.report import as_data, table
from recommendations.training.datasets import DatasetError, read_photos, read_products

BASELINE = "colour-histogram"


class Command(BaseCommand):
    help = "Measures an encoder on the pictures that training held out, beside two that learned nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--products", type=Path, required=True, metavar="DIR", help="products.csv and images/"
        )
        parser.add_argument(
            "--photos", type=Path, required=True, metavar="DIR", help="photos.csv and images/"
        )
        parser.add_argument("--encoder", default=settings.VITRINE_ENCODER, metavar="KEY")
        parser.add_argument(
            "--weights", metavar="imagenet|PATH", help="measures MobileNetV2 as these weights leave it, too"
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="writes the figures as JSON, too")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["json"] and not options["json"].absolute().parent.is_dir():
            raise CommandError(f"There is no folder {options['json'].absolute().parent} to write to.")
        try:
            encoders = list(self._encoders(options["encoder"], options["weights"]))
            gallery = read_gallery(read_products(options["products"]), read_photos(options["photos"]))
            columns = {encoder.card.key: self._measure(encoder, gallery) for encoder in encoders}
        except (DatasetError, UnknownEncoder, EncoderArtefactError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Held out: {len(gallery.shots)} product shots, {len(gallery.photos)} phone photos, "
            f"{len(gallery.phone_like)} phone-like photos of the shots. Mean (95 % interval).\n"
        )
        self.stdout.write(table(columns))
        if options["json"]:
            _write(options["json"], columns)

    def _encoders(self, key: str, weights: str | None) -> Iterator[Encoder]:
        yield load_encoder(key, settings.VITRINE_ENCODER_DIRS)
        if key != BASELINE:
            yield load_encoder(BASELINE)
        if not weights or not find_spec("tensorflow"):
            self.stderr.write("Frozen MobileNetV2 is left out: it needs TensorFlow and --weights.")
            return
        if weights != "imagenet" and not Path(weights).is_file():
            raise CommandError(f"There is no file of weights {weights}.")
        from recommendations.training.frozen import FrozenEncoder

        yield FrozenEncoder(weights)

    def _measure(self, encoder: Encoder, gallery: Gallery) -> dict[str, Figure]:
        with tqdm(total=gallery.pictures, desc=encoder.card.key, unit="picture", disable=None) as bar:
            return measure(encoder, gallery, bar.update)


def _write(file: Path, columns: dict[str, dict[str, Figure]]) -> None:
    data = {key: as_data(figures) for key, figures in columns.items()}
    try:
        file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
