"""A row of products that look like one: found by sight, then ranked."""

from datetime import datetime

from django.conf import settings

from catalog.filters import ProductFilters
from catalog.models import Product

from ..ranking import Ranked, Steering, ranked, weights
from ..ranking.rank import NO_STEERING, POOL
from .encoders import active_encoder
from .facts import facts_of
from .similar import similar_to


def looks_like(
    *,
    product: Product,
    filters: ProductFilters,
    limit: int,
    now: datetime,
    steering: Steering = NO_STEERING,
) -> list[Ranked]:
    """Up to `limit` others, one of each kind of twins, the best first and then a variety.

    Fewer where the others are twins of these; none when the product has no vector yet.
    """
    encoder = active_encoder()  # asked once: it may change at any time
    matches = similar_to(product=product, filters=filters, limit=POOL * limit, encoder=encoder)
    found, wanted = facts_of(matches, encoder=encoder, now=now, like=product.pk)
    return ranked(
        found,
        wanted,
        limit=limit,
        weights=weights(settings.VITRINE_RANKING),
        diversity=settings.VITRINE_DIVERSITY,
        steering=steering,
    )
