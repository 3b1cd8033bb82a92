"""Chainable filters of the catalogue's tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import (
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Window,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject, Lower

from .filters import ProductFilters
from .textsearch import Term, any_of, every_of

if TYPE_CHECKING:
    from .models import Category, Product, ProductImage, Variant  # noqa: F401 (used in quoted bases)

_SUBTREE = """
    WITH RECURSIVE subtree AS (
        SELECT id FROM catalog_category WHERE id = %s
        UNION
        SELECT child.id FROM catalog_category child JOIN subtree ON child.parent_id = subtree.id
    )
    SELECT id FROM subtree
"""


_PATH = """
    WITH RECURSIVE path AS (
        SELECT id, parent_id FROM catalog_category WHERE id = %s
        UNION
        SELECT above.id, above.parent_id FROM catalog_category above JOIN path ON above.id = path.parent_id
    )
    SELECT id FROM path
"""

_USED = """
    WITH RECURSIVE used AS (
        SELECT id FROM catalog_category category WHERE EXISTS (
            SELECT 1 FROM catalog_product WHERE is_published AND category_id = category.id
        )
        UNION
        SELECT below.parent_id FROM catalog_category below JOIN used ON below.id = used.id
        WHERE below.parent_id IS NOT NULL
    )
    SELECT id FROM used
"""


_WEIGHTS = [0.05, 0.3, 0.6, 1.0]
"""Of D, C, B and A: many words of a description never outweigh a title."""


def _search_query(query: str) -> SearchQuery:
    return SearchQuery(query, search_type="raw", config="vitrine")


def _rank(query: str) -> SearchRank:
    return SearchRank(F("search__vector"), _search_query(query), weights=_WEIGHTS)


_VARIANT = ("sku", "size", "colour", "price_minor", "currency", "stock")


def _subtree_ids(category_id: int) -> RawSQL:
    return RawSQL(_SUBTREE, [category_id])  # noqa: S611 (a constant statement with a bound parameter)


def _path_ids(category_id: int) -> RawSQL:
    return RawSQL(_PATH, [category_id])  # noqa: S611 (a constant statement with a bound parameter)


class CategoryQuerySet(QuerySet["Category"]):
    def roots(self) -> Self:
        return self.filter(parent__isnull=True)

    def with_products(self) -> Self:
        """Those with something published in them or below them."""
        return self.filter(pk__in=RawSQL(_USED, []))  # noqa: S611 (a constant statement)

    def path_to(self, category_id: int) -> Self:
        """The category and everything above it, in no particular order."""
        return self.filter(pk__in=_path_ids(category_id))

    def subtree(self, category_id: int) -> Self:
        """The category and everything below it."""
        return self.filter(pk__in=_subtree_ids(category_id))


class ProductImageQuerySet(QuerySet["ProductImage"]):
    def thumbnails_due(self, *, now: datetime) -> Self:
        return self.filter(thumbnails_due_at__lte=now)

    def thumbnails_failed(self) -> Self:
        """Those whose last attempt failed; each is due again at some time."""
        return self.filter(thumbnails_due_at__isnull=False).exclude(thumbnail_error="")


class VariantQuerySet(QuerySet["Variant"]):
    def in_stock(self) -> Self:
        return self.filter(stock__gt=0)

    def matching(self, filters: ProductFilters) -> Self:
        """Variants that satisfy the variant-level part of `filters`."""
        variants = self
        if filters.colours:
            variants = variants.filter(colour__in=filters.colours)
        if filters.sizes:
            variants = variants.filter(size__in=filters.sizes)
        if filters.price_min is not None:
            variants = variants.filter(price_minor__gte=filters.price_min)
        if filters.price_max is not None:
            variants = variants.filter(price_minor__lte=filters.price_max)
        return variants.in_stock() if filters.in_stock else variants

    def product_counts_by_colour(self) -> list[tuple[str, int]]:
        """Each colour with the number of products that have it."""
        # COUNT(DISTINCT product_id) would sort all variants, at four times the cost of these hashed pairs.
        try:
            pairs, params = self.order_by().values("colour", "product_id").distinct().query.sql_with_params()
        except EmptyResultSet:  # of products that are none by definition
            return []
        with connections[self.db].cursor() as cursor:
            cursor.execute(f"SELECT colour, COUNT(*) FROM ({pairs}) AS pairs GROUP BY colour", params)  # noqa: S608
            return [(colour, count) for colour, count in cursor.fetchall()]


class ProductQuerySet(QuerySet["Product"]):
    def with_slug(self, slug: str) -> Product:
        """Published or not; in words of SQL, since a row of looks begins with it. Raises DoesNotExist."""
        for product in self.raw("SELECT * FROM catalog_product WHERE slug = %s", [slug]):
            return product
        raise self.model.DoesNotExist

    def published(self) -> Self:
        return self.filter(is_published=True)

    def in_stock(self) -> Self:
        return self.matching(ProductFilters(in_stock=True))

    def in_category(self, category_id: int) -> Self:
        return self.filter(category_id__in=_subtree_ids(category_id))

    def matching(self, filters: ProductFilters) -> Self:
        products = self
        if filters.category_id is not None:
            products = products.in_category(filters.category_id)
        if filters.types:
            products = products.filter(product_type__in=filters.types)
        if filters.genders:
            products = products.filter(gender__in=filters.genders)
        if filters.exclude_product_ids:
            products = products.exclude(pk__in=filters.exclude_product_ids)
        if filters.narrows_variants:
            variants = apps.get_model("catalog", "Variant").objects.matching(filters)
            products = products.filter(Exists(variants.filter(product=OuterRef("pk"))))
        return products

    def with_terms(self, terms: Sequence[Term], *, every: bool = True) -> Self:
        """Products whose words satisfy every one of `terms`, or any of them, best first."""
        query = every_of(terms) if every else any_of(terms)
        rank = _rank(query) + _rank(any_of([term.as_written() for term in terms]))
        return self.filter(search__vector=_search_query(query)).order_by(rank.desc(), "-id")

    def with_sku(self, sku: str) -> Self:
        """The product that has it, however its letters are written."""
        variants = apps.get_model("catalog", "Variant").objects
        return self.filter(pk__in=variants.filter(sku__in={sku, sku.upper(), sku.lower()}).values("product"))

    def without_image(self) -> Self:
        images = apps.get_model("catalog", "ProductImage").objects
        return self.exclude(Exists(images.filter(product=OuterRef("pk"))))

    def low_in_stock(self, *, most: int) -> Self:
        """Products of which all variants together have at most so many left."""
        variants = apps.get_model("catalog", "Variant").objects.order_by().values("product")
        few = variants.annotate(left=Sum("stock")).filter(left__lte=most)
        return self.filter(pk__in=few.values("product"))

    def duplicates(self) -> Self:
        """Those that share a picture, or title and brand, with another product."""
        images = apps.get_model("catalog", "ProductImage").objects
        # Least and most: to count distinct products would sort all pictures.
        of_each = images.order_by().values("digest").annotate(least=Min("product"), most=Max("product"))
        shared = of_each.exclude(least=F("most"))
        same_name = Window(Count("pk"), partition_by=[Lower("title"), F("brand")])
        named = self.model._default_manager.order_by().annotate(alike=same_name).filter(alike__gt=1)
        pictured = images.order_by().filter(digest__in=shared.values("digest"))
        return self.filter(Q(pk__in=pictured.values("product")) | Q(pk__in=named.values("pk")))

    def sold_out_last(self) -> Self:
        """In the order that it has, what is in stock before what is not."""
        variants = apps.get_model("catalog", "Variant").objects.in_stock()
        return self.order_by(Exists(variants.filter(product=OuterRef("pk"))).desc(), *self.query.order_by)

    def newest(self) -> Self:
        return self.order_by("-created_at", "-id")

    def ids(self) -> QuerySet[Product, int]:
        return self.values_list("pk", flat=True)

    def by_price(self, *, descending: bool = False) -> Self:
        """By the lowest price of each; products without variants come last."""
        variants = apps.get_model("catalog", "Variant").objects.filter(product=OuterRef("pk"))
        price = Subquery(variants.order_by("price_minor").values("price_minor")[:1])
        order = price.desc(nulls_last=True) if descending else price.asc(nulls_last=True)
        return self.order_by(order, "-id")

    def with_card_data(self) -> Self:
        """Variants and first image of each, in two queries for any number of products.

        Each has the lists `variant_rows`, in order, to be read by `cards.variants_of`, and `first_images`, of
        one image at most.
        """
        variants = apps.get_model("catalog", "Variant").objects.filter(product=OuterRef("pk"))
        first_images = (
            apps.get_model("catalog", "ProductImage")
            .objects.only("product_id", "file", "digest", "width", "height", "alt_text", "thumbnail_widths")
            .order_by("product_id", "position", "id")
            .distinct("product_id")
        )
        products = self.select_related("brand").defer(
            *("description", "attributes", "external_id", "created_at", "updated_at")
        )
        # A page has five times as many variants as products: as models they would cost most of its time.
        return products.annotate(
            variant_rows=ArraySubquery(variants.values(row=JSONObject(**{name: name for name in _VARIANT})))
        ).prefetch_related(Prefetch("images", queryset=first_images, to_attr="first_images"))
