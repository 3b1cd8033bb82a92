"""The pages of the shop itself that search engines may list."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse


class ShopSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[str]:
        return ["shop:home", "shop:privacy", "shop:delivery_and_returns", "shop:contact", "shop:terms"]

    def location(self, item: str) -> str:
        return reverse(item)
