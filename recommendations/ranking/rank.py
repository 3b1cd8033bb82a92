"""From what was found to what is shown."""

from collections.abc import Iterable

from .diversity import diverse
from .duplicates import collapsed
from .facts import Facts, Wanted
from .score import Ranked, score
from .steering import Steering
from .weights import DEFAULTS, Weights

DIVERSITY = 0.3
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

    What is pinned comes first whatever it looks like; equals stand in the order in which they were found.
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
    return pinned + diverse(collapsed(others, beside=pinned), limit - len(pinned), diversity=diversity)
