"""What was set out for, and how near the figures come."""

from collections.abc import Sequence

from ..figures import Figure
from ..report import table
from .load import Measured
from .ours import WHOLE
from .vectors import IN_SERVER, VectorPart

COMPARABLE = ("1.", "2.", "3.")
"""Of the tuned ones: the autoencoder of 4 finds little that is alike (docs/encoder.md)."""
SEEING = ("decode", "encode")


def goals(measured: Sequence[Measured], parts: Sequence[VectorPart]) -> str:
    """A table. `measured` begins with ours, then the first recipe as run."""
    ours, first, *_ = measured
    tuned = [one for one in measured if one.name.startswith(COMPARABLE) and one.name.endswith("tuned")]
    figures = []
    for size, (alone, *_more) in ours.loads.items():
        figures.append(_at_least(f"{size}: 1 as run to ours", _alone(first, size) / alone.p50, 8))
        quickest = min(_alone(one, size) for one in tuned)
        figures.append(_at_least(f"{size}: the quickest comparable tuned to ours", quickest / alone.p50, 2))
    figures.append(_vector_goal(parts))
    if ours.embedded and first.embedded:
        rate = ours.embedded / first.embedded
        figures.append(_at_least("pictures embedded a second: ours to 1 as run", rate, 15))
    for size, stages in ours.parts.items():
        seen = 100 * sum(stages.get(name, 0.0) for name in SEEING) / stages[WHOLE]
        name = f"{size}: decoding and encoder, of the whole search"
        figures.append(Figure(name, seen, "%", goal=60, at_least=True))
    return table(figures)


def _alone(one: Measured, size: str) -> float:
    return one.loads[size][0].p50


def _at_least(name: str, value: float, goal: float) -> Figure:
    return Figure(name, value, "×", goal=goal, at_least=True)


def _vector_goal(parts: Sequence[VectorPart]) -> Figure:
    """Against the quickest graph in memory that finds as much, or the one that finds most."""
    ours = next(part for part in parts if part.name == IN_SERVER)
    graphs = [part for part in parts if "HNSW" in part.name]
    equal = [part for part in graphs if part.recall >= ours.recall - 0.002]
    bound = min(equal, key=lambda part: part.p50) if equal else max(graphs, key=lambda part: part.recall)
    return Figure(f"vector part, in the server, to {bound.name}", ours.p50 / bound.p50, "×", goal=5)
