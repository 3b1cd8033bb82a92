"""Where goods lie in a scene: one alone, several apart, an outfit from top to toe, or none."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from recommendations.regions import KINDS

UPPER, LOWER, SHOES, BAG = (KINDS.index(kind) for kind in ("upper", "lower", "shoes", "bag"))
TRIES = 20
GAP = 0.92
"""Goods that lie apart keep this share of half of their lengths between their middles, along either axis."""


@dataclass(frozen=True)
class Place:
    """Middle and longer side as fractions of the scene; degrees; the kind that is wanted there, if one is."""

    x: float
    y: float
    length: float
    turn: float
    kind: int | None = None


def layout(rng: Generator) -> list[Place]:
    """None in 6 of 100 scenes, one good in 44, two or three apart in 32, an outfit in 18."""
    kind = rng.random()
    if kind < 0.06:
        return []
    if kind < 0.50:
        return [_alone(rng)]
    return _apart(rng) if kind < 0.82 else _outfit(rng)


def _alone(rng: Generator) -> Place:
    length = rng.uniform(0.3, 1.1)
    slack = max(0.06, (1 - length) / 2)
    x, y = 0.5 + rng.uniform(-slack, slack, 2)
    return Place(x, y, length, _turn(rng))


def _apart(rng: Generator) -> list[Place]:
    """Two or three; fewer where they find no room."""
    places: list[Place] = []
    count = int(rng.integers(2, 4))
    for _ in range(TRIES):
        length = rng.uniform(0.24, 0.62 if count == 2 else 0.5)
        slack = (1.04 - length) / 2
        x, y = 0.5 + rng.uniform(-slack, slack, 2)
        place = Place(x, y, length, _turn(rng))
        if all(_is_apart(place, other) for other in places):
            places.append(place)
        if len(places) == count:
            break
    return places


def _is_apart(one: Place, other: Place) -> bool:
    between = GAP * (one.length + other.length) / 2
    return max(abs(one.x - other.x), abs(one.y - other.y)) > between


def _outfit(rng: Generator) -> list[Place]:
    """A top over trousers or a skirt, shoes below or a bag beside: as worn, or as laid out on a bed."""
    upper, lower = rng.uniform(0.34, 0.46), rng.uniform(0.36, 0.5)
    x, top = rng.uniform(0.36, 0.64), rng.uniform(-0.02, 0.1)
    places = [
        Place(x + rng.normal(0, 0.015), top + upper * 0.9 + lower / 2, lower, rng.normal(0, 4), LOWER),
        Place(x + rng.normal(0, 0.015), top + upper / 2, upper, rng.normal(0, 4), UPPER),
    ]
    if rng.random() < 0.45:
        shoes = rng.uniform(0.16, 0.26)
        places.append(Place(x + rng.normal(0, 0.08), rng.uniform(0.86, 0.95), shoes, rng.normal(0, 8), SHOES))
    elif rng.random() < 0.5:
        aside = np.sign(rng.random() - 0.5) * rng.uniform(0.26, 0.34)
        places.append(Place(x + aside, rng.uniform(0.4, 0.75), rng.uniform(0.2, 0.32), _turn(rng), BAG))
    return places


def _turn(rng: Generator) -> float:
    """Mostly upright, now and then lying any way round."""
    return float(rng.normal(0, 14) if rng.random() < 0.85 else rng.uniform(-180, 180))
