"""Results as Markdown for people and as plain data for files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from recommendations.evaluation.benchmark import Result
from recommendations.evaluation.figures import SMALLEST_KIND, Figure, Outcomes, group_means
from recommendations.evaluation.measures import TYPE, UNSEEN_KINDS

WORST = 10
NOTHING = "–"
Results = Mapping[str, Result]


def report(results: Results, best: Mapping[str, float]) -> str:
    """Markdown: every measure over items with what it costs, then over types, then the worst types.

    `best`: what a perfect search would reach.
    """
    parts = [
        "Mean over items (95 % interval):",
        _table(["", *results], [*_measure_rows(results, _over_items), *_cost_rows(results)]),
    ]
    if by_type := _measure_rows(results, _over_types):
        parts += [f"Mean over types of {SMALLEST_KIND} or more (95 % interval):"]
        parts += [_table(["", *results], by_type)]
    if worst := _worst_rows(results):
        parts += [f"The {len(worst)} types with the lowest {TYPE}:", _table(["", "shots", *results], worst)]
    return "\n\n".join([*parts, *_remarks(results, best)])


def as_data(results: Results) -> dict[str, Any]:
    """By contender: `items` and `types` with figures by measure, `type_means` and `cost`."""
    return {name: _result_data(result) for name, result in results.items()}


def _remarks(results: Results, best: Mapping[str, float]) -> Iterable[str]:
    reached = ", ".join(f"{name} {value:.3f}" for name, value in best.items())
    yield f"A perfect search would reach {reached} over items: of some labels there are fewer than six."
    yield f"Four kinds: {', '.join(UNSEEN_KINDS)}."
    for name, result in results.items():
        if result.not_run:
            yield f"{name}: not run, {result.not_run}."
        if result.met:
            yield f"{name} was trained with {', '.join(result.met)}: to it they are not unseen."


def _result_data(result: Result) -> dict[str, Any]:
    return {
        "items": {name: _figure_data(measured.over_items()) for name, measured in result.measures.items()},
        "types": {name: _figure_data(measured.over_types()) for name, measured in result.measures.items()},
        "type_means": {name: round(mean, 4) for name, (mean, _) in _type_means(result).items()},
        "cost": {name: round(value, 2) for name, value in asdict(result.cost).items()},
        "not_run": result.not_run,
        "met": list(result.met),
    }


def _figure_data(figure: Figure | None) -> dict[str, float] | None:
    return {name: round(value, 4) for name, value in asdict(figure).items()} if figure else None


def _measure_rows(results: Results, cell: Callable[[Result, str], str]) -> list[list[str]]:
    names = dict.fromkeys(name for result in results.values() for name in result.measures)
    rows = [[name, *(cell(result, name) for result in results.values())] for name in names]
    return [row for row in rows if {*row[1:]} - {NOTHING, "not run"}]


def _over_items(result: Result, name: str) -> str:
    measured = result.measures.get(name)
    return _cell(result, measured.over_items() if measured else None)


def _over_types(result: Result, name: str) -> str:
    measured = result.measures.get(name)
    return _cell(result, measured.over_types() if measured else None)


def _cell(result: Result, figure: Figure | None) -> str:
    if result.not_run:
        return "not run"
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})" if figure else NOTHING


def _cost_rows(results: Results) -> Iterable[list[str]]:
    costs = [result.cost for result in results.values()]
    yield ["bytes per product", *(f"{cost.bytes_per_product:,}" for cost in costs)]
    yield ["ms per picture", *(f"{cost.milliseconds_per_picture:.1f}" for cost in costs)]
    yield ["s to embed 10,000", *(f"{cost.seconds_per_10000:.0f}" for cost in costs)]


def _worst_rows(results: Results) -> list[list[str]]:
    """Of the first contender; the others stand beside it."""
    means = {name: _type_means(result) for name, result in results.items()}
    first = next(iter(means.values()))
    return [
        [kind, str(shots), *(f"{of[kind][0]:.3f}" if kind in of else NOTHING for of in means.values())]
        for kind, (_, shots) in list(first.items())[:WORST]
    ]


def _type_means(result: Result) -> dict[str, tuple[float, int]]:
    outcomes = result.measures.get(TYPE)
    if not isinstance(outcomes, Outcomes):
        return {}
    return group_means(outcomes.values, outcomes.types, at_least=SMALLEST_KIND)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
