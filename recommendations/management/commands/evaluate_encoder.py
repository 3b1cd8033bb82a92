import json
from collections.abc import Collection, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from recommendations.encoders import Encoder, EncoderArtefactError, UnknownEncoder, load_encoder
from recommendations.evaluation.benchmark import Result, measure
from recommendations.evaluation.contenders import Contender
from recommendations.evaluation.gallery import Gallery, read_gallery
from recommendations.evaluation.lineup import Weights, WeightsError, line_up
from recommendations.evaluation.measures import best_possible
from recommendations.evaluation.report import as_data, report
from recommendations.litert import ArtefactError
from recommendations.training.datasets import DatasetError, read_photos, read_products


class Command(BaseCommand):
    help = "Measures encoders on the pictures that training held out, beside what earlier systems use."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        folder: dict[str, Any] = {"type": Path, "required": True, "metavar": "DIR"}
        parser.add_argument("--products", help="products.csv and images/", **folder)
        parser.add_argument("--photos", help="photos.csv and images/", **folder)
        parser.add_argument(
            "--encoder", action="append", metavar="KEY", help="may be repeated; the active one otherwise"
        )
        parser.add_argument(
            "--weights", metavar="imagenet|PATH", help="measures MobileNetV2 as these weights leave it, too"
        )
        parser.add_argument(
            "--resnet50-weights", metavar="imagenet|PATH", help="measures ResNet50 as they leave it, too"
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="writes the figures as JSON, too")

    def handle(self, *args: Any, **options: Any) -> None:
        self._check(options)
        try:
            encoders = _encoders(options["encoder"] or [settings.VITRINE_ENCODER])
            products, photos = read_products(options["products"]), read_photos(options["photos"])
            with _bar("reading", len(products) + len(photos)) as bar:
                gallery = read_gallery(products, photos, bar.update)
            weights = Weights(options["weights"], options["resnet50_weights"])
            results = _measured(line_up(encoders, products, weights), gallery)
        except (ArtefactError, DatasetError, UnknownEncoder, EncoderArtefactError, WeightsError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was written.") from None
        self.stdout.write(_held_out(gallery) + "\n\n" + report(results, best_possible(gallery)))
        if options["json"]:
            _write(options["json"], results)

    def _check(self, options: dict[str, Any]) -> None:
        if options["json"] and not options["json"].absolute().parent.is_dir():
            raise CommandError(f"There is no folder {options['json'].absolute().parent} to write to.")
        for weights in (options["weights"], options["resnet50_weights"]):
            if weights not in (None, "imagenet") and not Path(weights).is_file():
                raise CommandError(f"There is no file of weights {weights}.")
        if not find_spec("tensorflow"):
            self.stderr.write(
                "Without TensorFlow there is no autoencoder, MobileNetV2 or ResNet50 beside it."
            )
        elif not options["weights"]:
            self.stderr.write("Frozen MobileNetV2 is left out: it needs --weights.")


def _encoders(keys: list[str]) -> list[Encoder]:
    return [load_encoder(key, settings.VITRINE_ENCODER_DIRS) for key in dict.fromkeys(keys)]


def _measured(contenders: Iterable[Contender], gallery: Gallery) -> dict[str, Result]:
    """By name; the first of them says which types count as known."""
    results: dict[str, Result] = {}
    named: Collection[str] = ()
    for contender in contenders:
        named = named if results else contender.encoder.card.labels.get("type", ())
        with _bar(contender.name, gallery.pictures) as bar:
            results[contender.name] = measure(contender, gallery, bar.update, named)
    return results


def _bar(name: str, pictures: int) -> Any:
    return tqdm(total=pictures, desc=name, unit="picture", disable=None)


def _held_out(gallery: Gallery) -> str:
    return (
        f"Held out: {len(gallery.shots)} product shots, {len(gallery.photos)} phone photos, "
        f"{len(gallery.phone_like)} phone-like photos of the shots, {len(gallery.staged)} shots on four "
        f"grounds each. {gallery.ignored} more are ignored, being nearly the same as a picture trained on."
    )


def _write(file: Path, results: dict[str, Result]) -> None:
    try:
        file.write_text(json.dumps(as_data(results), indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
