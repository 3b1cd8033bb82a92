from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, load_encoder
from recommendations.evaluation.benchmark import encoded
from recommendations.evaluation.figures import Figure
from recommendations.evaluation.gallery import opened
from recommendations.evaluation.recommending import Measured, measure
from recommendations.evaluation.shoppers import Shopper, draw_shoppers
from recommendations.ranking import Vector
from recommendations.selectors import active_encoder
from recommendations.selectors.shop_histories import shop_histories, shop_vectors
from recommendations.training.datasets import DatasetError, ProductShot, read_products


class Command(BaseCommand):
    help = (
        "Measures what shoppers are shown as for them, by what they do next: drawn shoppers whose tastes are"
        " labels of the products in a folder, or the shop's own clicks and orders."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--products", type=Path, metavar="DIR", help="products.csv and images/")
        parser.add_argument("--vectors", type=Path, metavar="FILE", help="of encode_images, to save the time")
        parser.add_argument("--encoder", default=settings.VITRINE_ENCODER, metavar="KEY")
        parser.add_argument("--shoppers", type=int, default=1000)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            measured = _drawn(options) if options["products"] else _own()
        except (DatasetError, UnknownEncoder, EncoderArtefactError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(table(measured))


def table(measured: Mapping[str, Measured]) -> str:
    """Markdown, with 95 % intervals."""
    rows = ["| | hit rate@24 | nDCG@24 | diversity | coverage |", "| --- | --: | --: | --: | --: |"]
    for name, one in measured.items():
        figures = (_shown(one.hits), _shown(one.ndcg), _shown(one.diversity), f"{one.coverage:.3f}")
        rows.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(rows)


def _shown(figure: Figure | None) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})" if figure else "–"


def _drawn(options: dict[str, Any]) -> Mapping[str, Measured]:
    shots = read_products(options["products"])
    if options["vectors"]:
        shots, vectors = _stored(shots, options["vectors"])
    else:
        encoder = load_encoder(options["encoder"], settings.VITRINE_ENCODER_DIRS)
        with tqdm(desc="encoding", unit="picture", disable=None) as bar:
            vectors = encoded(encoder, map(opened, shots), bar.update).vectors
    return measure(vectors, draw_shoppers(shots, options["shoppers"]))


def _stored(shots: Sequence[ProductShot], file: Path) -> tuple[list[ProductShot], Vector]:
    stored = np.load(file)
    rows = {Path(name).stem: row for row, name in enumerate(stored["names"])}
    kept = [shot for shot in shots if shot.key in rows]
    vectors = stored["vectors"][[rows[shot.key] for shot in kept]].astype(np.float32)
    return kept, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _own() -> Mapping[str, Measured]:
    ids, vectors = shop_vectors(encoder=active_encoder())
    rows = {pk: row for row, pk in enumerate(ids)}
    shoppers = []
    for deeds in shop_histories(now=timezone.now()):
        known = [replace(deed, product_id=rows[deed.product_id]) for deed in deeds if deed.product_id in rows]
        before = [deed for deed in known[:-1] if deed.product_id != known[-1].product_id]
        if before:
            shoppers.append(Shopper(before, known[-1].product_id))
    return measure(vectors, shoppers)
