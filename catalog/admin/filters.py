from typing import Any, cast

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Category, Product, Variant
from ..querysets import ProductQuerySet


class SectionFilter(admin.SimpleListFilter):
    """Products of a root category, with all below it."""

    title = _("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(category.slug, category.name) for category in Category.objects.roots()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Product]) -> QuerySet[Product]:
        root = Category.objects.roots().filter(slug=self.value() or "").first()
        return cast(ProductQuerySet, queryset).in_category(root.pk) if root else queryset


class StockFilter(admin.SimpleListFilter):
    """Products of which something, or nothing, is in stock."""

    title = _("stock")
    parameter_name = "stock"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("in", _("In stock")), ("out", _("Sold out"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Product]) -> QuerySet[Product]:
        in_stock = Exists(Variant.objects.in_stock().filter(product=OuterRef("pk")))
        if self.value() == "in":
            return queryset.filter(in_stock)
        return queryset.exclude(in_stock) if self.value() == "out" else queryset
