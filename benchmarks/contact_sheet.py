"""One page to look at: products and phone photos that training never saw, each with its nearest products.

python -m benchmarks.contact_sheet --products DIR --photos DIR --output FILE.html
"""

import argparse
import base64
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import django
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture, square
from recommendations.encoders import Encoder, load_encoder
from recommendations.evaluation.search import nearest_rows
from recommendations.training.datasets import PhonePhoto, ProductShot, held_out, read_photos, read_products

NEIGHBOURS = 8
TILE = 120
STYLE = (
    "body{font:12px sans-serif;margin:8px}.row{display:flex;gap:4px;margin-bottom:4px}"
    "figure{margin:0;width:124px}figure:first-child{outline:2px solid #06c;margin-right:10px}"
    "img{display:block;width:120px;height:120px}figcaption{height:30px;overflow:hidden}"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=Path, required=True)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--encoder", default="vitrine-1")
    parser.add_argument("--rows", type=int, default=20, help="of each kind")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    shots, photos = read_products(options.products), read_photos(options.photos)
    # One picture at a time: thousands of opened ones would take gigabytes.
    gallery = np.concatenate([encoder.encode([_open(shot)]).vectors for shot in shots])
    chosen = [
        *_spread(filter(held_out, shots), options.rows),
        *_spread(filter(held_out, photos), options.rows),
    ]
    rows = [_row(item, encoder, shots, gallery) for item in chosen]
    options.output.write_text(f"<meta charset=utf-8><style>{STYLE}</style>{''.join(rows)}", encoding="utf-8")


def _spread(items: Iterable[ProductShot | PhonePhoto], count: int) -> list[ProductShot | PhonePhoto]:
    """Some items of different labels first, always the same ones."""
    pool = list(items)
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for row in np.random.default_rng(7).permutation(len(pool)):
        item = pool[row]
        kind = item.type if isinstance(item, ProductShot) else item.label
        ranked.append((seen[kind], int(row)))
        seen[kind] += 1
    ranked.sort(key=lambda pair: pair[0])
    return [pool[row] for _, row in ranked[:count]]


def _row(
    item: ProductShot | PhonePhoto,
    encoder: Encoder,
    shots: Sequence[ProductShot],
    gallery: NDArray[np.float32],
) -> str:
    encoding = encoder.encode([_open(item)])
    guesses = ", ".join(
        f"{encoder.card.labels[head][int(rows[0].argmax())]} {rows[0].max():.0%}"
        for head, rows in encoding.scores.items()
    )
    tiles = [_tile(_open(item), f"{_label(item)} → {guesses}")]
    near = nearest_rows(encoding.vectors, gallery, NEIGHBOURS + 1)[0]
    others = [row for row in near if shots[row].key != item.key][:NEIGHBOURS]
    for row in others:
        similarity = float(gallery[row] @ encoding.vectors[0])
        tiles.append(_tile(_open(shots[row]), f"{similarity:.2f} {_label(shots[row])}"))
    return f'<div class="row">{"".join(tiles)}</div>'


def _label(item: ProductShot | PhonePhoto) -> str:
    return item.label if isinstance(item, PhonePhoto) else f"{item.colour} {item.type}"


def _open(item: ProductShot | PhonePhoto) -> Pixels:
    return open_picture(item.path.read_bytes())


def _tile(picture: Pixels, caption: str) -> str:
    jpeg = base64.b64encode(encode_jpeg(square(picture, TILE), 80)).decode()
    image = f'<img src="data:image/jpeg;base64,{jpeg}">'
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    main()
