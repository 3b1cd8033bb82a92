"""What helps a shopper to find the right size, as merchants write it into a product's attributes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

SIZE_TABLE: Final = "size_table"
"""The attribute with the measurements of each size, headings first: rows of cells, as an import stores them,
or one text: "Size|Chest; S|92 cm; M|98 cm"."""
NOTES: Final = ("fit", "model")
"""Attributes that are sentences about fit, and about who wears which size in the pictures."""


@dataclass(frozen=True)
class SizeHelp:
    """`rows` are as long as `headings`, the size first; empty where there is no table."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.notes)


def size_help(attributes: Mapping[str, object]) -> SizeHelp:
    """Whatever of it is well formed."""
    rows = _table(attributes.get(SIZE_TABLE))
    notes = (attributes.get(name) for name in NOTES)
    return SizeHelp(
        headings=rows[0] if rows else (),
        rows=tuple(rows[1:]),
        notes=tuple(note for note in notes if isinstance(note, str) and note),
    )


def _table(value: object) -> list[tuple[str, ...]]:
    """Rows of one length; none unless there are headings and at least one size."""
    lines = [line.split("|") for line in value.split(";")] if isinstance(value, str) else value
    lines = lines if isinstance(lines, list) else []
    rows = [tuple(str(cell).strip() for cell in line) for line in lines if isinstance(line, list)]
    rows = [row for row in rows if any(row)]
    whole = [row for row in rows if len(row) == len(rows[0]) > 1]
    return whole if len(whole) > 1 else []
