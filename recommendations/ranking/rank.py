"""From what was found to what is shown."""

from collections.abc import Iterable, Sequence

from .diversity import diverse
from .duplicates import collapsed
from .facts import Facts, Wanted
from .score import Ranked, score
from .steering import Steering, in_place
from .weights import DEFAULTS, Weights

DIVERSITY = 0.3
POOL = 4
"""So many are to be found for each that is shown."""
POOR = 0.6
"""What scores less than this share of the best is no choice but a filler."""
LEAST = 8
"""So many are shown even where they are poor."""
NO_STEERING = Steering()


def ranked(
    found: Iterable[Facts],
    wanted: Wanted,
    *,
    limit: int,
    weights: Weights = DEFAULTS,
    diversity: float = DIVERSITY,
    steering: Steering = NO_STEERING,
) -> list[Ranked]:
    """Up to `limit` of the products found: scored, twins collapsed, varied, and as the merchant wants them.

    What is pinned keeps its place whatever it looks like; equals stand in the order in which they were
    found. A row of LEAST is not filled with what is much poorer than its best. Where none is of the wanted
    type there is no variety: what is least like the others would be the oddest.
    """
    scored = [
        score(facts, wanted, weights, boost=steering.boosts.get(facts.product_id, 0.0))
        for facts in found
        if facts.product_id not in steering.hidden
    ]
    by_id = {product.facts.product_id: product for product in scored}
    pinned = [by_id[pk] for pk in dict.fromkeys(steering.pinned) if pk in by_id][: max(0, limit)]
    first = {product.facts.product_id for product in pinned}
    others = [product for product in scored if product.facts.product_id not in first]
    others.sort(key=lambda product: -product.total)
    kept = _choices(collapsed(others, beside=pinned))
    is_family = not wanted.product_type or any(
        product.facts.product_type == wanted.product_type for product in kept
    )
    row = diverse(kept, limit - len(pinned), diversity=diversity if is_family else 0.0)
    return in_place(pinned, row, steering.places)


def _choices(products: Sequence[Ranked]) -> Sequence[Ranked]:
    """Of the products, best first, those that are worth showing: variety would prefer the odd ones out."""
    good = sum(product.total >= POOR * products[0].total for product in products)
    return products[: max(good, LEAST)]
