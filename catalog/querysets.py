"""Chainable filters of the catalogue's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Exists, F, Min, OuterRef, Prefetch, QuerySet
from django.db.models.expressions import RawSQL

from .filters import ProductFilters

if TYPE_CHECKING:
    from .models import Category, Product, Variant  # noqa: F401 (used in quoted bases)

_SUBTREE = """
    WITH RECURSIVE subtree AS (
        SELECT id FROM catalog_category WHERE id = %s
        UNION
        SELECT child.id FROM catalog_category child JOIN subtree ON child.parent_id = subtree.id
    )
    SELECT id FROM subtree
"""


def _subtree_ids(category_id: int) -> RawSQL:
    return RawSQL(_SUBTREE, [category_id])  # noqa: S611 (a constant statement with a bound parameter)


class CategoryQuerySet(QuerySet["Category"]):
    def roots(self) -> Self:
        return self.filter(parent__isnull=True)

    def subtree(self, category_id: int) -> Self:
        """The category and everything below it."""
        return self.filter(pk__in=_subtree_ids(category_id))


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


class ProductQuerySet(QuerySet["Product"]):
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

    def found_by(self, text: str) -> Self:
        """Products whose title, type or description has all the words of `text`, best first."""
        query = SearchQuery(text, search_type="websearch", config="english")
        return self.filter(search=query).order_by(SearchRank(F("search"), query).desc(), "-id")

    def newest(self) -> Self:
        return self.order_by("-created_at", "-id")

    def by_price(self, *, descending: bool = False) -> Self:
        lowest = self.annotate(lowest_price=Min("variants__price_minor"))
        price = F("lowest_price")
        order = price.desc(nulls_last=True) if descending else price.asc(nulls_last=True)
        return lowest.order_by(order, "-id")

    def with_card_data(self) -> Self:
        """All that a product card prints, in three queries for any number of products."""
        first_images = (
            apps.get_model("catalog", "ProductImage")
            .objects.order_by("product_id", "position", "id")
            .distinct("product_id")
        )
        return self.select_related("brand").prefetch_related(
            "variants", Prefetch("images", queryset=first_images, to_attr="first_images")
        )
