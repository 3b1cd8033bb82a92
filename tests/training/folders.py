"""Small folders of drawn products and photos, in the layout that training reads."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from catalog.imaging import Pixels, encode_jpeg

INKS = {"Red": (190, 30, 40), "Blue": (40, 60, 190), "Green": (40, 130, 60)}
SHAPES = {"Tshirts": (20, 44, 10, 54), "Trousers": (6, 58, 24, 40)}
PHOTO_LABELS = {"T-Shirt": "Tshirts", "Pants": "Trousers"}


def shot(kind: str, colour: str, *, ground: int = 255, side: int = 64) -> Pixels:
    top, bottom, left, right = SHAPES[kind]
    picture = np.full((side, side, 3), ground, np.uint8)
    picture[top:bottom, left:right] = INKS[colour]
    return picture


def write_products(folder: Path, count: int = 48) -> Path:
    """Products of two types in three colours, each with a mark of its own."""
    rows = []
    for number in range(count):
        kind, colour = list(SHAPES)[number % 2], list(INKS)[number % 3]
        picture = shot(kind, colour).copy()
        picture[28:34, 26 + number % 10 : 30 + number % 10] = 230 - 4 * (number // 10)
        _save(folder / "images" / f"{number}.jpg", picture)
        rows.append([number, f"{colour} {kind} {number}", ["Men", "Women"][number // 2 % 2], kind, colour])
    return _write_table(
        folder, "products.csv", ["id", "title", "gender", "article_type", "base_colour"], rows
    )


def write_photos(folder: Path, count: int = 48) -> Path:
    """Photos of the same two types on grey grounds."""
    rows = []
    for number in range(count):
        label = list(PHOTO_LABELS)[number % 2]
        colour = list(INKS)[number % 3]
        _save(
            folder / "images" / f"photo-{number}.jpg", shot(PHOTO_LABELS[label], colour, ground=90 + number)
        )
        rows.append([f"photo-{number}", label, "False"])
    return _write_table(folder, "photos.csv", ["image", "label", "kids"], rows)


def _save(file: Path, picture: Pixels) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encode_jpeg(picture, 92))


def _write_table(folder: Path, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    with (folder / name).open("w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return folder
