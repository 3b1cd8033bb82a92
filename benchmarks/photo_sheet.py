"""One page to look at: phone photos that training never saw, what is in them, and their nearest products.

python -m benchmarks.photo_sheet --products DIR --photos DIR --output FILE.html
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import django
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Box, Pixels, crop, fit
from recommendations.encoders import DEFAULT, Encoder, load_encoder
from recommendations.evaluation.gallery import opened
from recommendations.evaluation.search import nearest_rows
from recommendations.focus import Focus, focus_on
from recommendations.training.datasets import ProductShot, held_out, read_photos, read_products

from .contact_sheet import STYLE, TILE, tile

NEIGHBOURS = 8
FIRST, OTHER = (0, 90, 255), (255, 140, 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=Path, required=True)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--encoder", default=DEFAULT)
    parser.add_argument("--rows", type=int, default=30)
    options = parser.parse_args()
    encoder, shots = load_encoder(options.encoder), read_products(options.products)
    gallery = np.concatenate([encoder.encode([opened(shot)]).vectors for shot in shots])
    photos = [photo for photo in read_photos(options.photos) if held_out(photo)]
    chosen = np.random.default_rng(11).permutation(len(photos))[: options.rows]
    rows = [_row(opened(photos[row]), encoder, shots, gallery) for row in chosen]
    options.output.write_text(f"<meta charset=utf-8><style>{STYLE}</style>{''.join(rows)}", encoding="utf-8")


def _row(photo: Pixels, encoder: Encoder, shots: Sequence[ProductShot], gallery: NDArray[np.float32]) -> str:
    focus = focus_on(photo, None)
    encoding = encoder.encode([crop(photo, focus.box)])
    tiles = [tile(_outlined(photo, focus), _told(focus))]
    for row in nearest_rows(encoding.vectors, gallery, NEIGHBOURS)[0]:
        shot = shots[int(row)]
        similarity = float(gallery[row] @ encoding.vectors[0])
        tiles.append(tile(opened(shot), f"{similarity:.2f} {shot.colour} {shot.type}"))
    return f'<div class="row">{"".join(tiles)}</div>'


def _told(focus: Focus) -> str:
    return ", ".join(f"{region.kind} {region.confidence:.0%}" for region in focus.regions) or "not sure"


def _outlined(photo: Pixels, focus: Focus) -> Pixels:
    small = fit(photo, TILE).copy()
    for region in focus.regions[1:]:
        _outline(small, region.box, OTHER)
    _outline(small, focus.box, FIRST)
    return small


def _outline(picture: Pixels, box: Box, ink: tuple[int, int, int]) -> None:
    height, width = picture.shape[:2]
    left, top, right, bottom = box.in_pixels(width, height)
    picture[top : top + 2, left:right] = picture[max(top, bottom - 2) : bottom, left:right] = ink
    picture[top:bottom, left : left + 2] = picture[top:bottom, max(left, right - 2) : right] = ink


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    main()
