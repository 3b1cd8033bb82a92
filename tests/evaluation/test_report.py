import numpy as np

from recommendations.evaluation.benchmark import Cost, Result
from recommendations.evaluation.figures import Forecasts, Outcomes
from recommendations.evaluation.report import as_data, report

HATS_AND_TIES = np.array(["hat"] * 20 + ["tie"] * 20 + ["belt"] * 5)
COST = Cost(512, 3.14159, 45.2)
BEST = {"type P@5": 0.98, "photo label P@5": 1.0}


def result(hats: float, ties: float) -> Result:
    outcomes = Outcomes(np.array([hats] * 20 + [ties] * 20 + [0.0] * 5), HATS_AND_TIES)
    return Result({"type P@5": outcomes}, COST)


def rows(text: str, first: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(f"| {first} |")]


def test_means_over_items_and_over_types_with_what_it_costs() -> None:
    text = report({"a": result(1.0, 0.5), "b": result(0.0, 0.0)}, BEST)
    items, types = rows(text, "type P@5")
    assert items.startswith("| type P@5 | 0.667 (0.")
    assert types == "| type P@5 | 0.750 (0.750–0.750) | 0.000 (0.000–0.000) |"
    assert rows(text, "bytes per product") == ["| bytes per product | 512 | 512 |"]
    assert rows(text, "ms per picture") == ["| ms per picture | 3.1 | 3.1 |"]
    assert rows(text, "s to embed 10,000") == ["| s to embed 10,000 | 45 | 45 |"]


def test_the_worst_types_stand_first_with_the_others_beside() -> None:
    text = report({"a": result(1.0, 0.5), "b": result(0.25, 0.75)}, BEST)
    assert text.index(rows(text, "tie")[0]) < text.index(rows(text, "hat")[0])
    assert rows(text, "tie") == ["| tie | 20 | 0.500 | 0.750 |"]
    assert not rows(text, "belt")


def test_who_could_not_run_says_why() -> None:
    text = report({"a": result(1.0, 0.5), "resnet50": Result({}, COST, "no weights")}, BEST)
    assert rows(text, "type P@5")[0].endswith("| not run |")
    assert rows(text, "ms per picture") == ["| ms per picture | 3.1 | 3.1 |"]
    assert "resnet50: not run, no weights." in text


def test_who_was_trained_with_the_unseen_kinds_is_named() -> None:
    met = Result(result(1.0, 0.5).measures, COST, met=("Socks",))
    text = report({"a": met, "b": result(1.0, 0.5)}, BEST)
    assert "a was trained with Socks: to it they are not unseen." in text
    assert "b was trained" not in text


def test_what_one_cannot_measure_is_a_dash() -> None:
    named = Result({"type calibration error": Forecasts(np.ones(4), np.ones(4, bool))}, COST)
    text = report({"a": named, "b": result(1.0, 1.0)}, BEST)
    assert rows(text, "type calibration error") == ["| type calibration error | 0.000 (0.000–0.000) | – |"]


def test_data_for_files() -> None:
    data = as_data({"a": result(1.0, 0.5)})["a"]
    assert data["types"]["type P@5"] == {"value": 0.75, "low": 0.75, "high": 0.75, "count": 40}
    assert data["type_means"] == {"tie": 0.5, "hat": 1.0}
    assert data["cost"] == {
        "bytes_per_product": 512,
        "milliseconds_per_picture": 3.14,
        "seconds_per_10000": 45.2,
    }


def test_what_a_perfect_search_would_reach_is_said() -> None:
    text = report({"a": result(1.0, 0.5)}, BEST)
    assert "A perfect search would reach type P@5 0.980, photo label P@5 1.000 over items" in text
