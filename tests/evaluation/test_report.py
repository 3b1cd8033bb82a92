from recommendations.evaluation.metrics import Figure
from recommendations.evaluation.report import as_data, table


def test_one_row_per_figure_and_one_column_per_encoder() -> None:
    text = table({"a": {"type": Figure(0.5, 0.4, 0.6, 10)}, "b": {"colour": Figure(1, 1, 1, 2)}})
    assert text.splitlines() == [
        "|  | a | b |",
        "| --- | --- | --- |",
        "| type | 0.500 (0.400–0.600) |  |",
        "| colour |  | 1.000 (1.000–1.000) |",
    ]


def test_data_for_files() -> None:
    assert as_data({"type": Figure(1 / 3, 0.25, 0.5, 3)}) == {
        "type": {"value": 0.3333, "low": 0.25, "high": 0.5, "count": 3}
    }
