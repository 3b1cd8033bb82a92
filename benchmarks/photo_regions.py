"""`make bench-photo`: how well the goods in a photo are found, and what searching with them finds.

python -m benchmarks.photo_regions [--finder FOLDER] [--encoder KEY] [--write]; needs $VITRINE_DATA.
"""

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import SupportsFloat

import django
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from catalog.imaging import Box, Pixels, crop, open_picture
from config.servers.state import PROJECT
from recommendations.encoders import DEFAULT, Encoder, load_encoder
from recommendations.evaluation.boxes import Edges, overlap
from recommendations.evaluation.figures import Measured
from recommendations.evaluation.gallery import Gallery, opened, read_gallery
from recommendations.evaluation.measures import AGREEING, background_measures, same_item_measures
from recommendations.evaluation.search import nearest_rows
from recommendations.focus import MIDDLE
from recommendations.regions import Region, RegionFinder
from recommendations.regions.finder import ARTEFACTS
from recommendations.training.datasets import PhonePhoto, held_out, read_photos, read_products

from .__main__ import data_folder
from .composed import compose
from .figures import Figure, milliseconds
from .machine import circumstances
from .report import table

REPORT = PROJECT / "docs" / "benchmarks-photo.md"
COMPOSED = 300
HALF = 0.5
HEAD = """\
# Benchmarks: the goods in a photo

`make bench-photo` measures what finds the goods in a photo, `{finder}`, with the encoder `{encoder}`, on
pictures that neither was trained on. `make bench-photo ARGS=--write` rewrites this page.
[What the pictures are](photo-search.md#how-well-the-goods-are-found).

- Date: {date}
- Commit: {commit}
- Machine: {machine}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--finder", type=Path, default=ARTEFACTS / "regions-1", metavar="FOLDER")
    parser.add_argument("--encoder", default=DEFAULT, metavar="KEY")
    parser.add_argument("--write", action="store_true", help=f"rewrite {REPORT.name}")
    options = parser.parse_args()
    data = data_folder()
    finder, encoder = RegionFinder(options.finder), load_encoder(options.encoder)
    with tqdm(desc="reading", unit="picture") as bar:
        products, photos = read_products(data / "products"), read_photos(data / "photos")
        gallery = read_gallery(products, photos, bar.update)
    unseen = [photo for photo in photos if held_out(photo)]
    figures = [
        *one_good(finder, encoder, gallery),
        *several_goods(finder, gallery, unseen),
        finding_time(finder, gallery),
    ]
    where = circumstances()
    head = HEAD.format(finder=finder.card.key, encoder=encoder.card.key, **vars(where))
    text = f"{head}\n{table(figures)}\n"
    print(text)
    if options.write:
        REPORT.write_text(text, encoding="utf-8")


def one_good(finder: RegionFinder, encoder: Encoder, gallery: Gallery) -> list[Figure]:
    """One product on a corner of a photo; and on four grounds, one after the other."""
    photos = [open_picture(query.jpeg) for query in gallery.phone_like]
    true = [query.edges for query in gallery.phone_like]
    found = [first_box(finder.find(photo)) for photo in photos]
    shares = np.array([overlap(one, other) for one, other in zip(found, true, strict=True)])
    shots = encoder.encode([opened(shot) for shot in gallery.shots]).vectors
    asked = f"n={len(photos)}"
    first, right, whole = (
        _same_item(encoder, photos, boxes, shots, gallery)
        for boxes in (found, true, [(0.0, 0.0, 1.0, 1.0)] * len(photos))
    )
    return [
        _share(f"overlap of the first box with the true one, {asked}", shares.mean(), 65),
        _share(f"first boxes that overlap the true one by over half, {asked}", (shares > HALF).mean(), 85),
        _share(f"same item in the first 20, first box, {asked}", first, round(100 * right - 3, 1)),
        _share("same item in the first 20, true box", right),
        _share("same item in the first 20, whole photo", whole),
        _share(
            f"first {AGREEING} in common on two grounds, n={len(gallery.staged)}",
            _agreement(finder, encoder, shots, gallery),
            60,
        ),
    ]


def several_goods(finder: RegionFinder, gallery: Gallery, photos: Sequence[PhonePhoto]) -> list[Figure]:
    """Two or three products side by side."""
    counted, found = [], []
    for seed in range(COMPOSED):
        rng = np.random.default_rng([seed, 3])
        shots = [gallery.shots[row] for row in rng.choice(len(gallery.shots), 2 + seed % 2, replace=False)]
        photo = opened(photos[int(rng.integers(len(photos)))])
        scene = compose([opened(shot) for shot in shots], photo, seed=seed)
        regions = [edges_of(region.box) for region in finder.find(scene.picture)]
        counted.append(len(regions) == len(shots))
        found += [
            any(overlap(tuple(box), region) >= HALF for region in regions) for box in scene.boxes.tolist()
        ]
    return [
        _share(f"right number of regions of two or three goods, n={COMPOSED}", np.mean(counted), 75),
        _share(f"goods found among two or three, n={len(found)}", np.mean(found), 80),
    ]


def finding_time(finder: RegionFinder, gallery: Gallery) -> Figure:
    """From pixels to regions, in the time of the one thread that does it: whatever else the machine does."""
    seconds = []
    for query in gallery.phone_like[:200]:
        photo = open_picture(query.jpeg)
        start = time.thread_time()
        finder.find(photo)
        seconds.append(time.thread_time() - start)
    return milliseconds(f"finding the goods in a photo, CPU time, n={len(seconds)}", seconds, goal=5)


def first_box(regions: Sequence[Region]) -> Edges:
    """As the shop takes it: the middle where nothing was found."""
    return edges_of(regions[0].box if regions else MIDDLE.box)


def edges_of(box: Box) -> Edges:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _same_item(
    encoder: Encoder,
    photos: Sequence[Pixels],
    boxes: Sequence[Edges],
    shots: NDArray[np.float32],
    gallery: Gallery,
) -> float:
    queries = encoder.encode([_cut(photo, box) for photo, box in zip(photos, boxes, strict=True)]).vectors
    return _mean(same_item_measures(queries, shots, gallery, nearest_rows)["same item R@20"])


def _agreement(finder: RegionFinder, encoder: Encoder, shots: NDArray[np.float32], gallery: Gallery) -> float:
    photos = [open_picture(jpeg) for grounds in gallery.staged for jpeg in grounds]
    queries = encoder.encode([_cut(photo, first_box(finder.find(photo))) for photo in photos]).vectors
    (measured,) = background_measures(queries, shots, gallery, nearest_rows).values()
    return _mean(measured)


def _mean(measured: Measured) -> float:
    figure = measured.over_items()
    return figure.value if figure else 0.0


def _cut(photo: Pixels, edges: Edges) -> Pixels:
    left, top, right, bottom = edges
    return crop(photo, Box(left, top, right - left, bottom - top))


def _share(name: str, value: SupportsFloat, goal: float | None = None) -> Figure:
    return Figure(name, 100 * float(value), "%", goal=goal, at_least=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    main()
