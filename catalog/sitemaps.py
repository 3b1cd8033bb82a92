"""What search engines are told of the catalogue."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap

from .models import Category, Product
from .querysets import CategoryQuerySet, ProductQuerySet

PER_FILE = 5_000
"""The protocol allows 50,000 addresses a file; smaller ones answer in time."""


class ProductSitemap(Sitemap):  # type: ignore[type-arg]
    limit = PER_FILE

    def items(self) -> ProductQuerySet:
        return Product.objects.published().order_by("pk").only("slug", "updated_at")

    def lastmod(self, item: Product) -> datetime:
        return item.updated_at


class CategorySitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> CategoryQuerySet:
        return Category.objects.with_products().order_by("pk")
