"""Vector queries and the two ways to answer them. No other module writes one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections
from numpy.typing import ArrayLike
from pgvector import HalfVector

from catalog.querysets import ProductQuerySet

from ..models import Encoder
from .matches import Match

EXACT_SHARE = 0.01
"""Up to this share of the gallery that match, every one is compared (see ADR 3). It keeps the index honest,
which gives up after LARGEST_SCAN rows, whatever a rare filter has let through by then."""
OPPOSED = 0.01
"""A filter that lets through more than EXACT_SHARE of the gallery, but less than this share of the nearest,
asks for what the query is unlike: the index would search in vain there."""
LARGEST_APPROXIMATE = 200
OVERSAMPLE = (2, 4)
"""Rows asked for per product wanted, because several images of one product are one match; if these are
short of products, the next."""
EF_SEARCH = 200
LARGEST_SCAN = 20_000
Row = tuple[float, int, int]
"""Distance, product id, image id."""
Sql = tuple[str, Sequence[Any]]
"""A statement or a part of one, with its parameters."""

# Until the end of the message, which is a transaction. Without jit, whose compiling would cost more than any
# search, and with random reads as cheap as they are from memory or an SSD: at PostgreSQL's default for disks
# it reads whole tables to spare itself a few.
_CONFIGURE: Final = """
    SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true),
        set_config('hnsw.ef_search', %s, true), set_config('hnsw.max_scan_tuples', %s, true),
        set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true);
"""


_IMAGES: Final = """
    images AS MATERIALIZED (
        SELECT id, product_id FROM catalog_productimage WHERE product_id IN (SELECT id FROM matching)
    )
"""
_IF_FEW: Final = """
    WITH most AS (
        SELECT GREATEST(%s, %s * reltuples)::bigint AS most FROM pg_class
        WHERE oid = 'recommendations_imageembedding'::regclass
    ), first AS MATERIALIZED (
        SELECT id FROM ({products} LIMIT (SELECT most + 1 FROM most)) first
    ), matching AS (
        SELECT id FROM first WHERE (SELECT count(*) FROM first) <= (SELECT most FROM most)
    ), {images}
    {comparison}
    UNION ALL SELECT NULL, NULL, NULL WHERE (SELECT count(*) FROM first) > (SELECT most FROM most)
"""


def configure_scans(using: str = DEFAULT_DB_ALIAS) -> None:
    """For other statements, until the end of their transaction."""
    with connections[using].cursor() as cursor:
        cursor.execute(_CONFIGURE, [str(EF_SEARCH), str(LARGEST_SCAN)])


@dataclass(frozen=True)
class Search:
    """One search and the two ways to answer it. `products`: what ids are searched among, by a statement;
    `queries`: expressions of vectors."""

    encoder: Encoder
    products: Sql
    queries: Sequence[Sql]
    limit: int
    using: str = DEFAULT_DB_ALIAS

    def exact(self) -> list[Match]:
        """By comparing all matching products."""
        if self.limit > LARGEST_APPROXIMATE:
            return self._best_of_each()
        products, of_products = self.products
        sql, params = self._comparison()
        whole = f"WITH matching AS ({products}), {_IMAGES} {sql}"
        return self._best(self._asked(whole, [*of_products, *params]))

    def exact_if_few(self, most: int) -> list[Match] | None:
        """As `exact`; None if more match than `most` and EXACT_SHARE of the gallery: it reads no further."""
        products, of_products = self.products
        comparison, params = self._comparison()
        sql = _IF_FEW.format(products=products, images=_IMAGES, comparison=comparison)
        rows = self._asked(sql, [most, EXACT_SHARE, *of_products, *params])
        return None if rows and rows[-1][0] is None else self._best(rows)

    def _comparison(self) -> Sql:
        """The nearest of the `images` of products that are `matching`."""
        distance, params = self._least_distance()
        # An array, so that PostgreSQL finds the vectors by one walk along their index.
        among = "image_id = ANY(ARRAY(SELECT id FROM images))"
        nearest = self._gallery(f"{distance} AS distance, image_id", condition=among)
        sql = f"""
            SELECT distance, product_id, image_id
            FROM ({nearest} ORDER BY distance, image_id LIMIT {self._most}) nearest
            JOIN images ON images.id = image_id
        """  # noqa: S608
        return sql, params

    @property
    def _most(self) -> int:
        return self.limit * OVERSAMPLE[-1]

    def _best(self, rows: list[Row]) -> list[Match]:
        """Of a comparison."""
        matches = _one_a_product(rows, self.limit)
        if len(rows) < self._most:
            return matches
        farthest = 1 - max(rows)[0]
        is_whole = len(matches) == self.limit and matches[-1].similarity > farthest
        return matches if is_whole else self._best_of_each()

    def _best_of_each(self) -> list[Match]:
        """However many images one product has, and however many are equally near."""
        sql, params = self._rows(*self._least_distance())
        best = f"SELECT DISTINCT ON (product_id) * FROM ({sql}) rows ORDER BY product_id, distance, image_id"  # noqa: S608
        ordered = f"SELECT * FROM ({best}) best ORDER BY distance, product_id LIMIT {self.limit}"  # noqa: S608
        return [Match(product, image, 1 - apart) for apart, product, image in self._asked(ordered, params)]

    def approximate(self) -> list[Match]:
        """Through the encoder's index; possibly fewer matches than there are.

        First what of the EF_SEARCH nearest the filter lets through. If that is too little the index is
        searched further, and if it is next to nothing not at all.
        """
        rows = self._asked(*self.of_the_nearest())
        matches = _one_a_product(rows, self.limit)
        if len(matches) == self.limit or len(rows) < OPPOSED * EF_SEARCH * len(self.queries):
            return matches
        for share in OVERSAMPLE:
            most = self.limit * share
            rows = [row for query in self.queries for row in self._asked(*self._nearby(query, most))]
            matches = _one_a_product(rows, self.limit)
            if len(matches) == self.limit or len(rows) < most * len(self.queries):
                break
        return matches

    def plan(self) -> str:
        """How PostgreSQL goes about the first query of `approximate`; names the index if it is used."""
        sql, params = self._nearby(self.queries[0], self.limit * OVERSAMPLE[0])
        return "\n".join(line for (line,) in self._asked(f"EXPLAIN {sql}", params))

    def _nearby(self, query: Sql, most: int) -> Sql:
        sql, params = self._rows(*self._distance(query))
        return f"{sql} ORDER BY distance LIMIT {most}", params

    def of_the_nearest(self) -> Sql:
        """The first statement of `approximate`: what the filter lets through of the nearest to any query."""
        parts = [self._the_nearest(self._distance(query)) for query in self.queries]
        nearest, of_nearest = _joined(" UNION ALL ", parts)
        products, of_products = self.products
        rows = f"""
            SELECT distance, product_id, image_id FROM ({nearest}) nearest
            JOIN catalog_productimage image ON image.id = image_id WHERE product_id IN ({products})
        """  # noqa: S608
        return rows, [*of_nearest, *of_products]

    def _the_nearest(self, distance: Sql) -> Sql:
        sql, params = distance
        return (
            f"({self._gallery(f'{sql} AS distance, image_id')} ORDER BY distance LIMIT {EF_SEARCH})",
            params,
        )

    def _rows(self, distance: str, params: Sequence[Any]) -> Sql:
        products, of_products = self.products
        columns = f"{distance} AS distance, product_id, image_id"
        joined = "JOIN catalog_productimage image ON image.id = image_id"
        return self._gallery(columns, joined, f"product_id IN ({products})"), [*params, *of_products]

    def _gallery(self, columns: str, joined: str = "", condition: str = "true") -> str:
        # The cast and the encoder's literal id are those of the index, or PostgreSQL would not use it.
        return f"""
            SELECT {columns} FROM recommendations_imageembedding embedding {joined}
            WHERE encoder_id = {self.encoder.pk} AND vector IS NOT NULL AND {condition}
        """  # noqa: S608

    def _least_distance(self) -> Sql:
        """To any of the queries."""
        apart, params = _joined(", ", [self._distance(query) for query in self.queries])
        # Not a bare distance, which the index would be taken to order by.
        return f"LEAST({apart}) + 0.0", params

    def _distance(self, query: Sql) -> Sql:
        sql, params = query
        return f"vector::halfvec({self.encoder.dimension}) <=> {sql}", params

    def _asked(self, sql: str, params: Sequence[Any]) -> list[Any]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(f"{_CONFIGURE} {sql}", [str(EF_SEARCH), str(LARGEST_SCAN), *params])
            cursor.nextset()
            rows: list[Any] = cursor.fetchall()
            return rows


def ids_of(products: ProductQuerySet) -> Sql:
    """The statement that gives their ids."""
    sql, params = products.order_by().values("id").query.sql_with_params()
    return sql, params


def given(vector: ArrayLike, encoder: Encoder) -> Sql:
    """A vector of the encoder. Raises ValueError for what is none."""
    numbers = np.asarray(vector, dtype=np.float16)
    if numbers.shape != (encoder.dimension,) or not np.isfinite(numbers).all() or not numbers.any():
        raise ValueError(f"A query of this encoder is {encoder.dimension} finite numbers, not all zero.")
    return f"%s::halfvec({encoder.dimension})", [HalfVector(numbers).to_text()]


def stored(image_id: int, encoder: Encoder) -> Sql:
    """The vector that the image has by the encoder."""
    rows = f"recommendations_imageembedding WHERE encoder_id = {encoder.pk} AND image_id = %s"
    return f"(SELECT vector::halfvec({encoder.dimension}) FROM {rows})", [image_id]  # noqa: S608


def _joined(by: str, parts: Iterable[Sql]) -> Sql:
    parts = list(parts)
    return by.join(sql for sql, _params in parts), [param for _sql, params in parts for param in params]


def _one_a_product(rows: Iterable[Row], most: int) -> list[Match]:
    best: dict[int, Match] = {}
    for distance, product, image in sorted(rows):
        if len(best) == most:
            break
        if product not in best:
            best[product] = Match(product, image, 1 - distance)
    return list(best.values())
