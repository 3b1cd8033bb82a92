"""What a product's page says of itself to others: search engines, and programs that preview links."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from .selectors import ProductPage
from .structured_data import Absolute, availability, breadcrumb_data, json_ld, price_text, product_data

_DESCRIPTION_LETTERS = 160


@dataclass(frozen=True)
class ProductHead:
    """Addresses are absolute. `price` is without a currency sign; it may be empty."""

    canonical: str
    description: str
    price: str
    currency: str
    availability: str
    json_ld: tuple[SafeString, ...]


def product_head(page: ProductPage, *, absolute: Absolute) -> ProductHead:
    """`absolute` makes a path of the shop an address that holds elsewhere."""
    crumbs = breadcrumb_data(page.breadcrumb, absolute=absolute)
    return ProductHead(
        canonical=absolute(page.product.get_absolute_url()),
        description=Truncator(" ".join(page.product.description.split())).chars(_DESCRIPTION_LETTERS),
        price=price_text(page.price) if page.price else "",
        currency=page.price.currency if page.price else "",
        availability=availability(page.in_stock),
        json_ld=(json_ld(product_data(page, absolute=absolute)), json_ld(crumbs)),
    )
