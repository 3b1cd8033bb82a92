"""The folder that the demo catalogue is imported from."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from catalog.imaging import digest

from . import wording
from .assortment import DemoProduct, demo_products
from .pictures import draw_pictures, missing, picture_name
from .studio.session import Shot

_COLUMNS: Final = (
    *("external_id", "sku", "title", "description", "category", "brand", "type", "gender"),
    *(f"attribute:{name}" for name in ("fabric", "care", "pattern", "fit", "model", "size_table")),
    *("colour", "size", "price", "currency", "cost", "stock", "images", "alt"),
)


@dataclass(frozen=True)
class Shown:
    """A product with its pictures by file name."""

    product: DemoProduct
    shots: dict[str, Shot]


@dataclass(frozen=True)
class DemoFolder:
    """What `plan_demo_folder` found to do; `draw` does it."""

    path: Path
    shown: tuple[Shown, ...]
    missing: dict[str, Shot]

    @property
    def pictures(self) -> int:
        return sum(len(one.shots) for one in self.shown)

    @property
    def external_ids(self) -> list[str]:
        return [one.product.external_id for one in self.shown]

    @cached_property
    def table(self) -> str:
        """The CSV; it names each picture after its drawing, and so changes with any of them."""
        return _table(self.shown)

    @property
    def digest(self) -> str:
        """The SHA-256 of the table."""
        return digest(self.table.encode())

    def draw(self) -> Iterator[str]:
        """Draws what is missing, then writes the table; yields the names of the pictures as they are done."""
        images = self.path / "images"
        images.mkdir(parents=True, exist_ok=True)
        yield from draw_pictures(images, self.missing)
        (self.path / "products.csv").write_text(self.table, encoding="utf-8")


def plan_demo_folder(path: Path, *, products: int) -> DemoFolder:
    """A folder at `path` with so many products in our own columns, which docs/import.md describes."""
    shown = tuple(_shown(product) for product in demo_products(products))
    shots = {name: shot for one in shown for name, shot in one.shots.items()}
    return DemoFolder(path, shown, missing(path / "images", shots))


def _shown(product: DemoProduct) -> Shown:
    shots = {
        picture_name(f"{product.external_id}-{place + 1}-{shot.view}", shot): shot
        for place, (shot, _) in enumerate(product.shots)
    }
    return Shown(product, shots)


def _table(shown: tuple[Shown, ...]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    # The last row is the newest product, and the first products are the ones to begin with.
    for one in reversed(shown):
        writer.writerows(_rows(one))
    return file.getvalue()


def _rows(shown: Shown) -> Iterator[dict[str, object]]:
    """A row for each variant; the first has the product's own facts."""
    product = shown.product
    facts = _facts(shown)
    for variant in product.variants:
        yield facts | {
            "external_id": product.external_id,
            "sku": variant.sku,
            "colour": variant.colour,
            "size": variant.size,
            "price": variant.price.amount,
            "currency": variant.price.currency,
            "cost": variant.cost.amount if variant.cost else "",
            "stock": variant.stock,
        }
        facts = {}


def _facts(shown: Shown) -> dict[str, object]:
    product = shown.product
    style, draws = product.style, product.draws
    return {
        "title": product.title,
        "description": wording.description(style, product.pattern, product.colours, draws),
        "category": style.category,
        "brand": wording.brand(style, draws),
        "type": style.type,
        "gender": style.gender,
        "attribute:fabric": wording.fabric(style, draws),
        "attribute:care": style.care,
        "attribute:pattern": product.pattern,
        "attribute:fit": wording.fit(style, draws),
        "attribute:model": wording.figure(style),
        "attribute:size_table": "; ".join("|".join(row) for row in product.size_table),
        "images": "|".join(shown.shots),
        "alt": "|".join(alt for _, alt in product.shots),
    }
