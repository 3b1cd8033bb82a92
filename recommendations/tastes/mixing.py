"""One list out of several, each with its share, and something beyond all of them."""

from collections.abc import Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
POWER = 1.5
"""Shares follow the weights to this power; measured (docs/ranking.md)."""
VARIETY = 0.1
"""How much the products of one taste are to differ: several tastes vary a list by themselves."""
EXPLORE_EVERY = 8
"""Each so manieth is one that nothing in the history led to."""


def mixed(lists: Sequence[Sequence[_Item]], weights: Sequence[float], limit: int) -> list[_Item]:
    """Up to `limit` different items: at every length each list has about its share, its best first."""
    powers = [max(0.0, weight) ** POWER for weight in weights]
    given, places = [0] * len(lists), [0] * len(lists)
    row: list[_Item] = []
    while len(row) < limit:
        open_ = [n for n, items in enumerate(lists) if places[n] < len(items) and powers[n] > 0]
        if not open_:
            break
        turn = max(open_, key=lambda n: (powers[n] / (given[n] + 1), -n))
        item = lists[turn][places[turn]]
        places[turn] += 1
        if item not in row:
            row.append(item)
            given[turn] += 1
    return row


def explored(own: Sequence[_Item], beyond: Sequence[_Item], limit: int) -> list[_Item]:
    """Up to `limit` of one's own, each EXPLORE_EVERY-th from beyond; more from there only where own ends."""
    ours, others, row = list(own), list(beyond), list[_Item]()
    while (ours or others) and len(row) < limit:
        explores = len(row) % EXPLORE_EVERY == EXPLORE_EVERY - 1
        row.append(others.pop(0) if others and (explores or not ours) else ours.pop(0))
    return row
