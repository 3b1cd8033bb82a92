"""One list out of several, each with its share."""

from collections.abc import Sequence
from typing import TypeVar

_Item = TypeVar("_Item")


def mixed(lists: Sequence[Sequence[_Item]], weights: Sequence[float], limit: int) -> list[_Item]:
    """Up to `limit` different items: at every length each list has about its share, its best first.

    The root of the weights is what shares follow, so that the strongest does not leave the others nothing.
    """
    roots = [max(0.0, weight) ** 0.5 for weight in weights]
    given, places = [0] * len(lists), [0] * len(lists)
    row: list[_Item] = []
    while len(row) < limit:
        open_ = [n for n, items in enumerate(lists) if places[n] < len(items) and roots[n] > 0]
        if not open_:
            break
        turn = max(open_, key=lambda n: (roots[n] / (given[n] + 1), -n))
        item = lists[turn][places[turn]]
        places[turn] += 1
        if item not in row:
            row.append(item)
            given[turn] += 1
    return row
