"""A change of encoder rehearsed under load: what does a shopper get while it happens?

Each thing that is asked for has two right answers: what the one encoder finds, and what the other does. Both
are learned beforehand; then many ask at once while the shop switches to and fro.
"""

import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random
from time import monotonic, sleep
from urllib.request import Request, urlopen

List = tuple[int, ...]
"""Ids of the products of one list, in their order."""
Ask = Callable[[], List]
"""Gets one list from the shop. Raises OSError where the shop fails."""
_TILE = re.compile(rb'data-product="(\d+)"')
_BOUNDARY = "rehearsal"


@dataclass(frozen=True)
class Rehearsal:
    """Counts of answers. `mixed` is neither what the one encoder finds nor what the other does."""

    asked: int
    empty: int
    mixed: int
    failed: int
    of_each: tuple[int, int]
    switches: int

    @property
    def is_clean(self) -> bool:
        return not (self.empty or self.mixed or self.failed)


def rehearse(
    asks: Mapping[str, Ask],
    switches: tuple[Callable[[], object], Callable[[], object]],
    *,
    seconds: float,
    every: float,
    threads: int,
) -> Rehearsal:
    """`switches` have the shop search with the one encoder, and with the other; in the end with the first.

    Things with an empty answer by either are left out, for an empty list would then be no fault.
    """
    to_one, to_other = switches
    to_other()
    other = {name: ask() for name, ask in asks.items()}
    to_one()
    one = {name: ask() for name, ask in asks.items()}
    right = {name: (one[name], other[name]) for name in asks if one[name] and other[name]}
    counts: Counter[str] = Counter()
    stop = threading.Event()
    crowd = [
        threading.Thread(target=_shopper, args=(seed, asks, right, counts, stop)) for seed in range(threads)
    ]
    for shopper in crowd:
        shopper.start()
    try:
        switched = _to_and_fro(switches, seconds, every)
    finally:
        stop.set()
        for shopper in crowd:
            shopper.join()
        to_one()
    return Rehearsal(
        asked=counts.total(),
        empty=counts["empty"],
        mixed=counts["mixed"],
        failed=counts["failed"],
        of_each=(counts["one"], counts["other"]),
        switches=switched,
    )


def similar_looks(url: str, slug: str) -> Ask:
    """The list of a product's similar looks, as its page prints it."""
    return lambda: _tiles(Request(f"{url}/p/{slug}/similar/"))  # noqa: S310 the shop's own address


def photo_search(url: str, photo: bytes) -> Ask:
    """The list that a search by this photo finds."""
    head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="photo.jpg"\r\n'
    body = head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + photo + f"\r\n--{_BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    return lambda: _tiles(Request(f"{url}/visual-search/share/", data=body, headers=kind))  # noqa: S310


def _tiles(request: Request) -> List:
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return tuple(int(number) for number in _TILE.findall(answer.read()))


def _to_and_fro(switches: Sequence[Callable[[], object]], seconds: float, every: float) -> int:
    end, count = monotonic() + seconds, 0
    for switch in cycle(reversed(switches)):
        sleep(every)
        if monotonic() >= end:
            break
        switch()
        count += 1
    return count


def _shopper(
    seed: int,
    asks: Mapping[str, Ask],
    right: Mapping[str, tuple[List, List]],
    counts: Counter[str],
    stop: threading.Event,
) -> None:
    random, names = Random(seed), sorted(right)
    while names and not stop.is_set():
        name = random.choice(names)
        counts[_judged(asks[name], *right[name])] += 1


def _judged(ask: Ask, one: List, other: List) -> str:
    try:
        found = ask()
    except OSError:
        return "failed"
    if not found:
        return "empty"
    return "one" if found == one else "other" if found == other else "mixed"
