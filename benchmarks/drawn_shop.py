"""A drawn shop of any size for measurements, with two images and three sizes a product."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from recommendations.models import Encoder

DIMENSION = 256
TYPES, COLOURS = 50, 20
IMAGES_EACH = 2
GENDERS = ("women", "men", "girls", "boys", "unisex")
GENDER_SHARES = (0.35, 0.40, 0.08, 0.07, 0.10)
NOW = "2026-01-01"


class DrawnShop:
    """`types`, `colours`, `genders`, `prices` (minor units) and `stock` by product; `vectors` by image."""

    def __init__(self, products: int, seed: int = 0) -> None:
        self.size = products
        rng = np.random.default_rng(seed)
        self.types = rng.integers(0, TYPES, products)
        self.colours = rng.integers(0, COLOURS, products)
        self.genders = rng.choice(GENDERS, products, p=GENDER_SHARES)
        self.prices = rng.integers(500, 20_000, products)
        self.stock = np.where(rng.random((products, 1)) < 0.85, rng.integers(0, 9, (products, 3)), 0)
        self.vectors = self._vectors(rng)

    def _vectors(self, rng: np.random.Generator) -> NDArray[np.float16]:
        of_type, of_colour = rng.normal(size=(TYPES, DIMENSION)), rng.normal(size=(COLOURS, DIMENSION))
        item = (
            of_type[self.types]
            + 0.7 * of_colour[self.colours]
            + 0.8 * rng.normal(size=(self.size, DIMENSION))
        )
        views = np.repeat(item, IMAGES_EACH, axis=0)
        views += 0.4 * rng.normal(size=views.shape)
        unit: NDArray[np.float16] = (views / np.linalg.norm(views, axis=1, keepdims=True)).astype(np.float16)
        return unit

    def store(self) -> Encoder:
        """Writes the shop into the (empty) configured database."""
        encoder = Encoder.objects.create(key="drawn", dimension=DIMENSION, digest="0" * 64)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO catalog_category (id, name, slug, position) VALUES (1, 'All', 'all', 0)"
            )
            self._copy("catalog_product", _PRODUCT, self._products())
            self._copy("catalog_variant", _VARIANT, self._variants())
            self._copy("catalog_productimage", _IMAGE, self._images())
            self._copy("recommendations_imageembedding", _EMBEDDING, self._embeddings(encoder.pk))
            cursor.execute("VACUUM ANALYZE")
        return encoder

    def _copy(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _products(self) -> Iterable[tuple[Any, ...]]:
        for n in range(self.size):
            kind, gender, published = f"type {self.types[n]}", str(self.genders[n]), n % 50 != 0
            yield n + 1, f"Product {n}", f"p-{n}", "", 1, kind, gender, "{}", published, NOW, NOW

    def _variants(self) -> Iterable[tuple[Any, ...]]:
        for n in range(self.size):
            for place, size in enumerate("SML"):
                colour, price, stock = (
                    f"colour {self.colours[n]}",
                    int(self.prices[n]),
                    int(self.stock[n, place]),
                )
                yield n + 1, f"{n}-{size}", size, colour, price, "EUR", stock, place

    def _images(self) -> Iterable[tuple[Any, ...]]:
        for n in range(self.size * IMAGES_EACH):
            product, position = n // IMAGES_EACH + 1, n % IMAGES_EACH
            yield n + 1, product, f"{n}.jpg", position, "", "0" * 64, 224, 224, "{}", 0, "", NOW

    def _embeddings(self, encoder_id: int) -> Iterable[tuple[Any, ...]]:
        for n, vector in enumerate(self.vectors.astype(np.float32).round(5).tolist()):
            yield n + 1, encoder_id, DIMENSION, str(vector), "ready", "0" * 64, 1, "", NOW


_PRODUCT = (
    "id, title, slug, description, category_id, product_type, gender, attributes, is_published, created_at,"
    " updated_at"
)
_VARIANT = "product_id, sku, size, colour, price_minor, currency, stock, position"
_IMAGE = (
    "id, product_id, file, position, alt_text, digest, width, height,"
    " thumbnail_widths, thumbnail_attempts, thumbnail_error, created_at"
)
_EMBEDDING = "image_id, encoder_id, dimension, vector, state, source_digest, attempts, error, updated_at"
