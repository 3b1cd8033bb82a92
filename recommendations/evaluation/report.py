"""Figures as a table for people and as plain data for files."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from recommendations.evaluation.metrics import Figure

Figures = Mapping[str, Figure]


def table(columns: Mapping[str, Figures]) -> str:
    """One row per figure, one column per encoder, as Markdown."""
    names = list(dict.fromkeys(name for figures in columns.values() for name in figures))
    rows = [["", *columns], ["---"] * (len(columns) + 1)]
    rows += [[name, *(_cell(figures.get(name)) for figures in columns.values())] for name in names]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def as_data(figures: Figures) -> dict[str, dict[str, Any]]:
    return {
        name: {key: round(value, 4) for key, value in asdict(figure).items()}
        for name, figure in figures.items()
    }


def _cell(figure: Figure | None) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})" if figure else ""
