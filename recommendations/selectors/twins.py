"""Lists in which the same goods are not shown twice."""

from collections.abc import Sequence
from datetime import datetime

from ..models import Encoder
from ..ranking import firsts
from .facts import facts_of
from .matches import Match


def without_twins(matches: Sequence[Match], *, encoder: Encoder, now: datetime) -> list[Match]:
    """The first of each kind of twins, in their order; in one query. None that was deleted meanwhile."""
    if not matches:
        return []
    facts, _wanted = facts_of(matches, encoder=encoder, now=now)
    by_product = {match.product_id: match for match in matches}
    return [by_product[facts[row].product_id] for row in firsts(facts)]
