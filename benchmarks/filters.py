"""Joined filters against facts kept beside the vector, exact scans against the index: the figures of ADR 3.

`python -m benchmarks.filters --products 50000` draws a shop into a scratch database of its own.
Times are medians in milliseconds.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from django.db import connection, transaction  # noqa: E402
from pgvector import HalfVector  # noqa: E402

from benchmarks.drawn_shop import DIMENSION, DrawnShop  # noqa: E402
from catalog.filters import ProductFilters  # noqa: E402
from catalog.models import Product  # noqa: E402
from recommendations.models import Encoder  # noqa: E402
from recommendations.selectors import Match  # noqa: E402
from recommendations.selectors.vector_query import (  # noqa: E402
    Search,
    configure_scans,
    given,
    ids_of,
)
from recommendations.services.vector_index import ensure_index  # noqa: E402

LIMIT = 24
QUERIES = 25
COLUMNS = [
    *("filter", "products", "joined, exact", "joined, index", "beside, exact", "beside, index"),
    "recall of the joined index",
]
BESIDE = f"""
    CREATE TABLE beside AS
    SELECT e.image_id, p.id AS product_id, p.product_type, p.gender, v.in_stock, v.price, v.colours,
           e.vector::halfvec({DIMENSION}) AS vector
    FROM recommendations_imageembedding e
    JOIN catalog_productimage i ON i.id = e.image_id
    JOIN catalog_product p ON p.id = i.product_id AND p.is_published
    JOIN (SELECT product_id, bool_or(stock > 0) AS in_stock, min(price_minor) AS price,
                 array_agg(DISTINCT colour::text) AS colours
          FROM catalog_variant GROUP BY product_id) v ON v.product_id = p.id;
    CREATE INDEX ON beside (product_type);
    CREATE INDEX beside_hnsw ON beside USING hnsw (vector halfvec_cosine_ops);
    VACUUM ANALYZE beside
"""


@dataclass(frozen=True)
class Case:
    """One filter in both forms."""

    name: str
    filters: ProductFilters
    beside: str


CASES = (
    Case("published", ProductFilters(), "true"),
    Case("in stock", ProductFilters(in_stock=True), "in_stock"),
    Case(
        "women's and unisex, in stock",
        ProductFilters(genders=("women", "unisex"), in_stock=True),
        "gender IN ('women', 'unisex') AND in_stock",
    ),
    Case(
        "five types",
        ProductFilters(types=tuple(f"type {n}" for n in range(5))),
        "product_type IN ('type 0', 'type 1', 'type 2', 'type 3', 'type 4')",
    ),
    Case(
        "up to 15.00, in stock", ProductFilters(price_max=1500, in_stock=True), "price <= 1500 AND in_stock"
    ),
    Case("one type", ProductFilters(types=("type 3",)), "product_type = 'type 3'"),
    Case(
        "one type and colour",
        ProductFilters(types=("type 3",), colours=("colour 4",)),
        "product_type = 'type 3' AND colours @> '{colour 4}'",
    ),
)


Run = Callable[[HalfVector], object]


def joined(encoder: Encoder, case: Case) -> Callable[[HalfVector], Search]:
    products = ids_of(Product.objects.published().matching(case.filters))
    return lambda query: Search(encoder, products, [given(query.to_numpy(), encoder)], LIMIT)


def beside(case: Case, rows: str) -> Callable[[HalfVector], list[int]]:
    """Product ids; `rows` ends the innermost query."""
    statement = f"""
        SELECT product_id FROM (
            SELECT DISTINCT ON (product_id) product_id, distance FROM (
                SELECT product_id, vector <=> %s AS distance FROM beside WHERE {case.beside} {rows}
            ) nearby ORDER BY product_id, distance
        ) best ORDER BY distance, product_id LIMIT {LIMIT}
    """

    def run(query: HalfVector) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(statement, [query.to_text()])
            return [row[0] for row in cursor.fetchall()]

    return run


def milliseconds(run: Run, queries: list[HalfVector]) -> float:
    """Median over the queries, each at its best of three: whatever else the machine does is left out."""
    return 1000 * statistics.median(min(seconds(run, query) for _ in range(3)) for query in queries)


def seconds(run: Run, query: HalfVector) -> float:
    start = time.perf_counter()
    with transaction.atomic():
        configure_scans()
        run(query)
    return time.perf_counter() - start


def recall(search: Callable[[HalfVector], Search], queries: list[HalfVector]) -> float:
    """The mean share of the true matches that the index alone finds."""
    shares = []
    for query in queries:
        true, found = _ids(search(query).exact()), _ids(search(query).approximate())
        shares.append(len(true & found) / max(1, len(true)))
    return statistics.mean(shares)


def _ids(matches: list[Match]) -> set[int]:
    return {match.product_id for match in matches}


def measure(encoder: Encoder, case: Case, queries: list[HalfVector]) -> list[str]:
    """A row of the table."""
    search = joined(encoder, case)
    runs: list[Run] = [
        lambda query: search(query).exact(),
        lambda query: search(query).approximate(),
        beside(case, "OFFSET 0"),  # keeps the index out
        beside(case, f"ORDER BY distance LIMIT {3 * LIMIT}"),
    ]
    count = Product.objects.published().matching(case.filters).count()
    times = [f"{milliseconds(run, queries):.1f}" for run in runs]
    return [case.name, f"{count:,}", *times, f"{recall(search, queries):.2f}"]


def measure_writes() -> None:
    """What a sale costs when it turns a product's stock around."""
    flips = "SELECT id FROM catalog_product ORDER BY id LIMIT 1000"
    statements = {
        "joined": f"UPDATE catalog_variant SET stock = 0 WHERE product_id IN ({flips})",
        "beside": f"UPDATE beside SET in_stock = NOT in_stock WHERE product_id IN ({flips})",
    }
    for name, statement in statements.items():
        with connection.cursor() as cursor:
            start = time.perf_counter()
            cursor.execute(statement)
        print(f"1,000 products sold out, {name}: {1000 * (time.perf_counter() - start):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=50_000)
    products = parser.parse_args().products
    configured = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = "vitrine_filters"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        shop = DrawnShop(products)
        encoder = shop.store()
        ensure_index(encoder=encoder)
        with connection.cursor() as cursor:
            for statement in BESIDE.split(";"):
                cursor.execute(statement)
        places = np.random.default_rng(1).integers(0, len(shop.vectors), QUERIES)
        queries = [HalfVector(shop.vectors[place]) for place in places]
        rows = (measure(encoder, case, queries) for case in CASES)
        for cells in (COLUMNS, ["---"] * len(COLUMNS), *rows):
            print("|", " | ".join(cells), "|", flush=True)
        measure_writes()
    finally:
        connection.creation.destroy_test_db(configured, verbosity=0)


if __name__ == "__main__":
    main()
