from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, card_folder, load_encoder
from recommendations.evaluation.benchmark import encoded
from recommendations.evaluation.calibration_plot import plot_calibration
from recommendations.evaluation.gallery import opened, read_gallery
from recommendations.evaluation.lineup import searched_first
from recommendations.evaluation.product_strength import judged_products
from recommendations.evaluation.recognition import fit_recognised, read_shares
from recommendations.evaluation.strength import Judged, fit_scale, judged_matches
from recommendations.litert import ArtefactError, read_facts, write_facts
from recommendations.strength import Strength
from recommendations.training.datasets import DatasetError, read_photos, read_products


class Command(BaseCommand):
    help = "Fits what an encoder's similarities mean on held-out pictures, and writes it on its card."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--products", type=Path, required=True, metavar="DIR")
        parser.add_argument("--photos", type=Path, required=True, metavar="DIR")
        parser.add_argument("--plot", type=Path, metavar="FILE", help="how often what is said was right")
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
                shares = read_shares(encoder, gallery, searched_first, bar.update)
                judged = {
                    "strength": judged_matches(encoder, gallery, searched_first, bar.update),
                    "product_strength": judged_products(
                        encoded(encoder, map(opened, gallery.shots), bar.update).vectors, gallery.shots
                    ),
                }
        except (ArtefactError, DatasetError, UnknownEncoder, EncoderArtefactError) as error:
            raise CommandError(str(error)) from error
        edge, mistaken = fit_recognised(shares)
        self.stdout.write(f"recognised from {edge:.3f}; of the other photos of goods {mistaken:.1%} are not")
        write_facts(folder, {**read_facts(folder), "recognised_from": edge})
        for name, matches in judged.items():
            write_facts(folder, {**read_facts(folder), **self._fitted(name, matches)})
        if options["plot"]:
            plot_calibration(judged, options["plot"])

    def _fitted(self, name: str, judged: dict[Strength, Judged]) -> dict[str, Any]:
        """As it stands on the card."""
        scale, errors = fit_scale(judged)
        for strength, level in scale.levels.items():
            edge = -level.intercept / level.slope
            off = errors[strength].value
            self.stdout.write(
                f"{name}, {strength}: from a similarity of {edge:.3f}; calibration error {off:.3f}"
            )
        values = {strength.value: round(figure.value, 4) for strength, figure in errors.items()}
        return {name: scale.as_facts(), f"{name}_calibration_error": values}


def _bar(name: str) -> Any:
    return tqdm(desc=name, unit="picture", disable=None)
