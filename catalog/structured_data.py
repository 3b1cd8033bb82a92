"""What search engines read of a product: schema.org's Product and BreadcrumbList as JSON-LD."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from .money import Money
from .selectors import Crumb, ProductPage

_SCHEMA: Final = "https://schema.org"
_IMAGES: Final = 6
# As in Django's json_script: nothing in the text can end the script element it stands in.
_ESCAPES: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}

Absolute = Callable[[str], str]
"""Makes a path of the shop an address that holds elsewhere."""


def json_ld(data: Mapping[str, Any]) -> SafeString:
    """For the inside of <script type="application/ld+json">."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 escaped above


def product_data(page: ProductPage, *, absolute: Absolute) -> dict[str, Any]:
    """The product with its offers as they are now; `absolute` completes addresses."""
    product = page.product
    data: dict[str, Any] = {
        "@context": _SCHEMA,
        "@type": "Product",
        "name": product.title,
        "url": absolute(product.get_absolute_url()),
        "category": product.product_type,
        "image": [absolute(picture.original_url) for picture in page.images[:_IMAGES]],
    }
    if offer := _offer(page, absolute):
        data["offers"] = offer
    if product.description:
        data["description"] = product.description
    if product.brand:
        data["brand"] = {"@type": "Brand", "name": product.brand.name}
    return data


def breadcrumb_data(crumbs: list[Crumb], *, absolute: Absolute) -> dict[str, Any]:
    """The way from the root of the catalogue; `absolute` completes addresses."""
    return {
        "@context": _SCHEMA,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": crumb.name, "item": absolute(crumb.url)}
            for place, crumb in enumerate(crumbs, 1)
        ],
    }


def availability(in_stock: bool) -> str:
    """As schema.org calls it."""
    return "InStock" if in_stock else "OutOfStock"


def price_text(price: Money) -> str:
    """As schema.org and OpenGraph want it: "19.99", whatever the language."""
    return f"{price.amount:f}"


def _offer(page: ProductPage, absolute: Absolute) -> dict[str, Any] | None:
    """One for all variants: a price, or the lowest and the highest; None without variants."""
    prices = [variant.price for variant in page.product.variants.all()]
    if not prices:
        return None
    low, high = min(prices, key=_minor), max(prices, key=_minor)
    if low == high:
        kind = {"@type": "Offer", "price": price_text(low)}
    else:
        kind = {"@type": "AggregateOffer", "lowPrice": price_text(low), "highPrice": price_text(high)}
        kind["offerCount"] = str(len(prices))
    return {
        **kind,
        "priceCurrency": low.currency,
        "availability": f"{_SCHEMA}/{availability(page.in_stock)}",
        "url": absolute(page.product.get_absolute_url()),
    }


def _minor(price: Money) -> int:
    return price.minor
