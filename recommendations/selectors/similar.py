"""Products that look like a product."""

from collections.abc import Iterator
from dataclasses import replace

from catalog.filters import ProductFilters
from catalog.models import Gender, Product

from ..models import Encoder
from .encoders import active_encoder
from .matches import Match
from .vector_search import nearest_to_images
from .vectors import views_of

LIMIT = 12
LEAST = 8
"""Below this many, other departments are looked through too."""
VIEWS = 4
"""The first so many images of the product are what is searched with."""

_IN_STOCK = ProductFilters(in_stock=True)
_ADULTS = (Gender.WOMEN, Gender.MEN, Gender.UNISEX)
_CHILDREN = (Gender.GIRLS, Gender.BOYS, Gender.UNISEX)
_EVERYONE: tuple[str, ...] = ()
_DEPARTMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    Gender.WOMEN: ((Gender.WOMEN, Gender.UNISEX), _ADULTS, _EVERYONE),
    Gender.MEN: ((Gender.MEN, Gender.UNISEX), _ADULTS, _EVERYONE),
    Gender.GIRLS: ((Gender.GIRLS, Gender.UNISEX), _CHILDREN, _EVERYONE),
    Gender.BOYS: ((Gender.BOYS, Gender.UNISEX), _CHILDREN, _EVERYONE),
    Gender.UNISEX: (_ADULTS, _EVERYONE),
}


def similar_to(
    *,
    product: Product,
    filters: ProductFilters = _IN_STOCK,
    limit: int = LIMIT,
    encoder: Encoder | None = None,
) -> list[Match]:
    """Other products that look like this one, best first; none when it has no vector yet.

    Men's, women's and children's goods are not mixed, unless `filters` names genders or fewer than LEAST
    would be found: then those of the next wider department follow the product's own. As `encoder` sees them,
    the active one by default.
    """
    encoder = encoder or active_encoder()
    views = views_of(product.pk, encoder=encoder, most=VIEWS)
    matches: list[Match] = []
    for narrowed in _from_near_to_far(product, filters):
        wanted = (limit if not matches else min(limit, LEAST)) - len(matches)
        seen = (product.pk, *filters.exclude_product_ids, *(match.product_id for match in matches))
        excluding = replace(narrowed, exclude_product_ids=seen)
        matches += nearest_to_images(views, filters=excluding, limit=wanted, encoder=encoder)
        if not views or len(matches) >= min(limit, LEAST):
            break
    return matches


def _from_near_to_far(product: Product, filters: ProductFilters) -> Iterator[ProductFilters]:
    if filters.genders:
        yield filters
        return
    for genders in _DEPARTMENTS[product.gender]:
        yield replace(filters, genders=genders)
