"""How sure a share is."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

_Z = 1.96
"""Of 95 %."""
_DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """A value from 0 to 1 with its 95 % interval; `of` is how many it was counted of, 0 when of nothing."""

    value: float
    low: float
    high: float
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.value

    def __str__(self) -> str:
        return f"{100 * self.value:.1f} % ({100 * self.low:.1f}–{100 * self.high:.1f})" if self.of else "–"


NOTHING = Share(0.0, 0.0, 0.0, 0)


def wilson(hits: int, of: int) -> Share:
    """`hits` of `of` tries; E. B. Wilson, "Probable inference", 1927. More hits than tries count as all."""
    if of <= 0:
        return NOTHING
    share = min(1.0, hits / of)
    middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    reach = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return Share(share, max(0.0, middle - reach), min(1.0, middle + reach), of)


def mean_share(values: ArrayLike) -> Share:
    """The mean of shares from 0 to 1, one for each thing looked at; by resampling those things."""
    shares = np.asarray(values, np.float64)
    if not len(shares):
        return NOTHING
    drawn = np.random.default_rng(0).choice(shares, (_DRAWS, len(shares))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Share(float(shares.mean()), float(low), float(high), len(shares))
