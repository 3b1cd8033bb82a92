"""Small folders of drawn goods no two of which look nearly the same."""

import csv
from pathlib import Path

import numpy as np
from numpy.random import default_rng

from catalog.imaging import Pixels, encode_jpeg, resize
from tests.training.folders import write_photos, write_products


def varied_products(folder: Path, count: int) -> Path:
    return _varied(write_products(folder, count), "products.csv", "id")


def varied_photos(folder: Path, count: int) -> Path:
    return _varied(write_photos(folder, count), "photos.csv", "image")


def _varied(folder: Path, table: str, column: str) -> Path:
    """Gives every picture a pattern of its own within the outline of its type."""
    with (folder / table).open(newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            file = folder / "images" / f"{row[column]}.jpg"
            wide = row.get("article_type") == "Tshirts" or row.get("label") == "T-Shirt"
            file.write_bytes(encode_jpeg(_patterned(number, wide=wide, ground=table == "products.csv"), 92))
    return folder


def _patterned(number: int, *, wide: bool, ground: bool) -> Pixels:
    rng = default_rng(number)
    picture = np.full((64, 64, 3), 255 if ground else 60 + number, np.uint8)
    height, width = (26, 48) if wide else (52, 18)
    ink = np.roll([170, 60, 50], number % 3) + rng.integers(-60, 60, (5, 5, 1))
    pattern = resize(np.clip(ink, 0, 235).astype(np.uint8), width, height)
    top, left = (64 - height) // 2, (64 - width) // 2
    picture[top : top + height, left : left + width] = pattern
    return picture
