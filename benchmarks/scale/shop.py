"""A shop of any size in the configured database, and its vectors beside it for comparing all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from recommendations.models import Encoder

from .looks import IMAGES_EACH, Looks, unit

CHUNK = 20_000
MOST = 1_000_000
"""The highest price in minor units: a price is a product's place in a random order, as a share of this."""
SHARES = (0.5, 0.1, 0.01, 0.001)
OPPOSITE = ("far 0.1 %", "far 1 %", "far 10 %", "far 50 %", "near")
"""Types: how far a product lies from the looks that opposed queries ask for."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Shop:
    """`vectors`: (products, IMAGES_EACH, dimension) half-precision, on disk; `prices`, `places`: (products,).

    `places` indexes OPPOSITE; product n has the id n + 1, its images follow each other.
    """

    encoder: Encoder
    vectors: NDArray[np.float16]
    prices: NDArray[np.int64]
    places: NDArray[np.int64]
    direction: NDArray[np.float32]

    @property
    def size(self) -> int:
        return len(self.prices)


def emptied() -> None:
    """Takes all products, and what hangs on them, out of the configured database."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE catalog_category CASCADE")


def draw_shop(looks: Looks, images: int, folder: Path, say: Say, encoder: Encoder | None = None) -> Shop:
    """Fills the (empty) configured database; the vectors are `encoder`'s, of one of its own by default."""
    products = images // IMAGES_EACH
    rng = np.random.default_rng(7)
    direction = _commonest(looks)
    shape = (products, IMAGES_EACH, looks.dimension)
    vectors = np.lib.format.open_memmap(folder / f"{images}.npy", "w+", np.float16, shape)
    nearness = np.empty(products, np.float32)
    for start in range(0, products, CHUNK):
        drawn, _ = looks.draw(min(CHUNK, products - start), rng)
        vectors[start : start + len(drawn)] = drawn
        nearness[start : start + len(drawn)] = (drawn @ direction).max(axis=1)
        say(f"drawing {start + len(drawn):,} of {products:,} products")
    prices = (rng.permutation(products) * MOST) // products + 1
    if encoder is None:
        encoder = Encoder.objects.create(key="scale", dimension=looks.dimension, digest="5" * 64)
    shop = Shop(encoder, vectors, prices, _places(nearness), direction)
    _store(shop, say)
    return shop


def _commonest(looks: Looks) -> NDArray[np.float32]:
    """The middle of the commonest type: what opposed queries look like."""
    names, counts = np.unique(looks.types, return_counts=True)
    return unit(looks.vectors[looks.types == names[counts.argmax()]].mean(axis=0))


def _places(nearness: NDArray[np.float32]) -> NDArray[np.int64]:
    edges = [max(1, round(share * len(nearness))) for share in sorted(SHARES)]
    rank = np.empty(len(nearness), np.int64)
    rank[np.argsort(nearness)] = np.arange(len(nearness))
    return np.searchsorted(edges, rank, side="right")


def _store(shop: Shop, say: Say) -> None:
    with connection.cursor() as cursor:
        # No triggers: words to search for and the ledger of stock play no part here.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("CREATE TEMP TABLE drawn (n bigint, kind text, gender text, price bigint)")
        with cursor.copy("COPY drawn FROM STDIN") as copy:
            for n, (place, price) in enumerate(zip(shop.places, shop.prices, strict=True)):
                copy.write_row((n, OPPOSITE[place], ("women", "men")[n % 2], int(price)))
        for name, statement in _ROWS.items():
            say(f"storing {name}")
            cursor.execute(statement)
        _store_vectors(shop, say)
        cursor.execute("SET session_replication_role = origin")
        say("vacuuming")
        cursor.execute("VACUUM ANALYZE")


def _store_vectors(shop: Shop, say: Say) -> None:
    """In PostgreSQL's own format: as text, a million vectors would take longer than all else."""
    kind = _row_type(shop.vectors.shape[2])
    with connection.cursor() as cursor, cursor.copy(_EMBEDDINGS) as copy:
        copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
        for start in range(0, shop.size, CHUNK):
            part = shop.vectors[start : start + CHUNK]
            rows = np.zeros(len(part) * IMAGES_EACH, kind)
            rows["columns"] = len(_COLUMNS)
            for name, (_, size, value) in _COLUMNS.items():
                rows[f"{name}_size"] = size if size is not None else 4 + 2 * part.shape[2]
                if value is not None:
                    rows[name] = value
            rows["image"] = np.arange(len(rows)) + start * IMAGES_EACH + 1
            rows["encoder"], rows["dimension"] = shop.encoder.pk, part.shape[2]
            rows["vector"]["dimension"] = part.shape[2]
            rows["vector"]["numbers"] = part.reshape(len(rows), -1)
            copy.write(rows.tobytes())
            say(f"storing vectors, {start + len(part):,} of {shop.size:,} products")
        copy.write(b"\xff\xff")


def _row_type(dimension: int) -> np.dtype[np.void]:
    vector = [("dimension", ">i2"), ("unused", ">i2"), ("numbers", ">f2", (dimension,))]
    fields: list[tuple[str, object]] = [("columns", ">i2")]
    for name, (kind, _, _) in _COLUMNS.items():
        fields.append((f"{name}_size", ">i4"))
        if kind != "":
            fields.append((name, np.dtype(vector) if kind is None else kind))
    return np.dtype(fields)


_COLUMNS: dict[str, tuple[str | None, int | None, object]] = {
    "image": (">i8", 8, None),
    "encoder": (">i8", 8, None),
    "dimension": (">i4", 4, None),
    "vector": (None, None, None),
    "state": ("S5", 5, b"ready"),
    "digest": ("S64", 64, b"0" * 64),
    "attempts": (">i2", 2, 1),
    "updated": (">i8", 8, 0),
    "error": ("", 0, None),
}
"""NumPy's type, bytes, and the value where all rows have the same; as in _EMBEDDINGS."""
_EMBEDDINGS = """
    COPY recommendations_imageembedding
        (image_id, encoder_id, dimension, vector, state, source_digest, attempts, updated_at, error)
    FROM STDIN WITH (FORMAT binary)
"""
_ROWS = {
    "a category": "INSERT INTO catalog_category (id, name, slug, position) VALUES (1, 'All', 'all', 0)",
    "products": """
        INSERT INTO catalog_product (id, title, slug, description, category_id, product_type, gender,
            attributes, is_published, created_at, updated_at)
        SELECT n + 1, 'Product ' || n, 'p-' || n, '', 1, kind, gender, '{}', true, now(), now() FROM drawn
    """,
    "variants": """
        INSERT INTO catalog_variant (product_id, sku, size, colour, price_minor, currency, stock, position)
        SELECT n + 1, n || '-' || size, size, 'Blue', price, 'EUR', 5, place - 1
        FROM drawn, unnest(ARRAY['S', 'M', 'L']) WITH ORDINALITY AS sizes (size, place)
    """,
    "images": """
        INSERT INTO catalog_productimage (id, product_id, file, position, alt_text, digest, width, height,
            thumbnail_widths, thumbnail_attempts, thumbnail_error, created_at)
        SELECT n * 2 + place + 1, n + 1, n || '.jpg', place, '', repeat('0', 64), 224, 224, '{}', 0, '', now()
        FROM drawn, generate_series(0, 1) AS place
    """,
}
