"""Which of the products that were found come first: pure functions, without a model or a database."""

from .duplicates import firsts
from .facts import Facts, Vector, Wanted, looks_of
from .rank import ranked
from .score import Ranked, score
from .steering import Steering
from .weights import DEFAULTS, UnknownTerm, Weights, weights

__all__ = [
    "DEFAULTS",
    "Facts",
    "Ranked",
    "Steering",
    "UnknownTerm",
    "Vector",
    "Wanted",
    "Weights",
    "firsts",
    "looks_of",
    "ranked",
    "score",
    "weights",
]
