"""One page to look at: pictures that training never saw, each with its nearest products.

python -m benchmarks.contact_sheet --products DIR --photos DIR --output FILE.html
"""

import argparse
import base64
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import django
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture, square
from recommendations.encoders import Encoder, load_encoder
from recommendations.evaluation.distortions import phone_like
from recommendations.evaluation.gallery import opened
from recommendations.evaluation.search import nearest_rows
from recommendations.training.datasets import PhonePhoto, ProductShot, held_out, read_photos, read_products
from recommendations.training.labels import photo_types

NEIGHBOURS = 8
TILE = 120
STYLE = (
    "body{font:12px sans-serif;margin:8px}.row,.grid{display:flex;gap:4px;margin-bottom:4px}"
    ".grid{flex-wrap:wrap}.grid .row{outline:1px solid #ccc}"
    "figure{margin:0;width:124px}.row figure:first-child{outline:2px solid #06c;margin-right:6px}"
    ".right{background:#cec}.wrong{background:#fcc}"
    "img{display:block;width:120px;height:120px}figcaption{height:30px;overflow:hidden}"
)
Item = ProductShot | PhonePhoto


@dataclass(frozen=True)
class Sheet:
    """All products as the encoder sees them."""

    encoder: Encoder
    shots: Sequence[ProductShot]
    vectors: NDArray[np.float32]

    def row(self, item: Item, picture: Pixels, *, itself: bool = False) -> str:
        """The picture with what it is called, then its neighbours with how near; one may be itself."""
        encoding = self.encoder.encode([picture])
        guesses = ", ".join(
            f"{self.encoder.card.labels[head][int(rows[0].argmax())]} {rows[0].max():.0%}"
            for head, rows in encoding.scores.items()
        )
        near = nearest_rows(encoding.vectors, self.vectors, NEIGHBOURS + 1)[0]
        others = [row for row in near if itself or self.shots[row].key != item.key][:NEIGHBOURS]
        tiles = [tile(picture, f"{_label(item)} → {guesses}")]
        tiles += [
            self._neighbour(item, row, float(self.vectors[row] @ encoding.vectors[0])) for row in others
        ]
        return f'<div class="row">{"".join(tiles)}</div>'

    def misses(self, count: int, by: str) -> Iterator[str]:
        """Held-out shots beside one of their five nearest whose type is another, or whose colour is alone."""
        rows = np.flatnonzero([held_out(shot) for shot in self.shots])
        near = rows[nearest_rows(self.vectors[rows], self.vectors[rows], 5, same=True)]
        types, colours = (
            np.array([getattr(shot, name) for shot in self.shots]) for name in ("type", "colour")
        )
        same_type, same_colour = (of[near] == of[rows][:, None] for of in (types, colours))
        missed = np.argwhere(~same_type if by == "type" else same_type & ~same_colour)
        for query, place in np.random.default_rng(3).permutation(missed)[:count]:
            pair = self.shots[rows[query]], self.shots[near[query, place]]
            tiles = [tile(opened(shot), f"{_label(shot)}: {shot.title}") for shot in pair]
            yield f'<div class="row">{"".join(tiles)}</div>'

    def _neighbour(self, item: Item, row: int, similarity: float) -> str:
        shot = self.shots[row]
        verdict = "right" if shot.type in _wanted(item) else "wrong"
        return tile(opened(shot), f"{similarity:.2f} {_label(shot)}", verdict)


def main() -> None:
    options = _options()
    encoder = load_encoder(options.encoder, [options.encoders] if options.encoders else ())
    shots, photos = read_products(options.products), read_photos(options.photos)
    # One picture at a time: thousands of opened ones would take gigabytes.
    vectors = np.concatenate([encoder.encode([opened(shot)]).vectors for shot in shots])
    sheet = Sheet(encoder, shots, vectors)
    unseen_shots = spread(filter(held_out, shots), options.rows)
    unseen_photos = spread(filter(held_out, photos), options.rows)
    grounds = [opened(photo) for photo in unseen_photos]
    made = [
        open_picture(phone_like(opened(shot), grounds[row % len(grounds)], seed=row).jpeg)
        for row, shot in enumerate(unseen_shots)
    ]
    sections = {
        "Products": [sheet.row(shot, opened(shot)) for shot in unseen_shots],
        "Phone-like photos of them": [
            sheet.row(shot, picture, itself=True) for shot, picture in zip(unseen_shots, made, strict=True)
        ],
        "Photos": [sheet.row(photo, opened(photo)) for photo in unseen_photos],
    }
    for by in ("type", "colour"):
        sections[f"Misses by {by}"] = ['<div class="grid">', *sheet.misses(options.misses, by), "</div>"]
    body = "".join(f"<h2>{name}</h2>{''.join(rows)}" for name, rows in sections.items())
    options.output.write_text(f"<meta charset=utf-8><style>{STYLE}</style>{body}", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=Path, required=True)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--encoder", default="vitrine-1")
    parser.add_argument("--encoders", type=Path, metavar="DIR", help="where an encoder of one's own lies")
    parser.add_argument("--rows", type=int, default=20, help="of each kind")
    parser.add_argument(
        "--misses", type=int, default=100, help="pairs whose types differ, and as many whose colours do"
    )
    return parser.parse_args()


def spread(items: Iterable[Item], count: int) -> list[Item]:
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


def _wanted(item: Item) -> Sequence[str]:
    return photo_types().get(item.label, ()) if isinstance(item, PhonePhoto) else (item.type,)


def _label(item: Item) -> str:
    return item.label if isinstance(item, PhonePhoto) else f"{item.colour} {item.type}"


def tile(picture: Pixels, caption: str, verdict: str = "") -> str:
    jpeg = base64.b64encode(encode_jpeg(square(picture, TILE), 80)).decode()
    image = f'<img src="data:image/jpeg;base64,{jpeg}">'
    return f'<figure class="{verdict}">{image}<figcaption>{escape(caption)}</figcaption></figure>'


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    main()
