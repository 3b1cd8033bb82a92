"""The two folders that training and evaluation read: studio shots with labels, phone photos with labels."""

import csv
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

PRODUCT_TABLES = ("products.csv", "styles.csv")
PHOTO_TABLES = ("photos.csv",)

_Item = TypeVar("_Item")


class DatasetError(Exception):
    """A folder does not hold what it should; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class ProductShot:
    key: str
    title: str
    type: str
    colour: str
    gender: str
    path: Path
    usage: str = ""

    @property
    def group(self) -> str:
        """Shots of one group are too alike to stand on both sides of a split."""
        return self.title.strip().casefold() or self.key


@dataclass(frozen=True, slots=True)
class PhonePhoto:
    key: str
    label: str
    path: Path

    @property
    def group(self) -> str:
        return self.key


def read_products(folder: Path) -> list[ProductShot]:
    """Every row of `products.csv` or `styles.csv` whose `images/ID.jpg` is there, in the table's order.

    Only the column `id` must be there. Without a table every `images/*.jpg` is a product of no known label.

    Raises DatasetError.
    """
    rows = _rows(folder, PRODUCT_TABLES, ("id",)) if _table(folder, PRODUCT_TABLES) else _untold(folder)
    shots = (
        ProductShot(
            key=row["id"],
            title=row.get("title") or row.get("productdisplayname") or "",
            type=row.get("articletype") or "",
            colour=row.get("basecolour") or "",
            gender=row.get("gender") or "",
            path=folder / "images" / f"{row['id']}.jpg",
            usage=row.get("usage") or "",
        )
        for row in rows
    )
    return _present(folder, [shot for shot in shots if shot.path.is_file()])


def read_photos(folder: Path) -> list[PhonePhoto]:
    """Every row of `photos.csv` whose `images/IMAGE.jpg` is there, in the table's order.

    Raises DatasetError.
    """
    rows = _rows(folder, PHOTO_TABLES, ("image", "label"))
    photos = (
        PhonePhoto(key=row["image"], label=row["label"], path=folder / "images" / f"{row['image']}.jpg")
        for row in rows
    )
    return _present(folder, [photo for photo in photos if photo.path.is_file()])


def without_types(shots: Sequence[ProductShot], types: Collection[str]) -> list[ProductShot]:
    """The shots of all other types, to train an encoder that has never met these. Raises DatasetError."""
    if unknown := sorted(set(types) - {shot.type for shot in shots}):
        raise DatasetError(
            f"No product is of the type {', '.join(unknown)}. Types are written as in the table."
        )
    return [shot for shot in shots if shot.type not in types]


def held_out(item: ProductShot | PhonePhoto) -> bool:
    """Whether the item belongs to the third that is never trained on. Depends on its group alone."""
    return _group_hash(item) % 3 == 0


def watched(item: ProductShot | PhonePhoto) -> bool:
    """Whether the item is of that quarter of the held-out third which a run is watched on and fitted to."""
    return held_out(item) and _group_hash(item) % 12 == 0


def _group_hash(item: ProductShot | PhonePhoto) -> int:
    return int.from_bytes(hashlib.sha256(item.group.encode()).digest()[:8])


def _present(folder: Path, items: list[_Item]) -> list[_Item]:
    if not items:
        raise DatasetError(f"{folder} names no picture that lies under {folder / 'images'}.")
    return items


def _untold(folder: Path) -> Iterator[Mapping[str, str]]:
    if not folder.is_dir():
        raise DatasetError(f"There is no folder {folder}.")
    if not (folder / "images").is_dir():
        raise DatasetError(f"{folder} has neither {' or '.join(PRODUCT_TABLES)} nor images/.")
    yield from ({"id": file.stem} for file in sorted((folder / "images").glob("*.jpg")))


def _table(folder: Path, tables: tuple[str, ...]) -> Path | None:
    return next((folder / name for name in tables if (folder / name).is_file()), None)


def _rows(folder: Path, tables: tuple[str, ...], columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    if not folder.is_dir():
        raise DatasetError(f"There is no folder {folder}.")
    if (table := _table(folder, tables)) is None:
        raise DatasetError(f"{folder} has no {' or '.join(tables)}.")
    with table.open(newline="", encoding="utf-8-sig") as lines:
        reader = csv.DictReader(lines)
        names = [name.replace("_", "").lower() for name in reader.fieldnames or ()]
        if missing := [name for name in columns if name not in names]:
            raise DatasetError(f"{table} lacks the column {', '.join(missing)}.")
        reader.fieldnames = names
        yield from reader
