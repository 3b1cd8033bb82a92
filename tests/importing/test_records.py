"""Records of a CSV text, whatever the text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.importing.record import LONGEST, RecordError, first_record

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=6))
def test_what_a_writer_wrote_is_read(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(rows)
    lines, read = file.getvalue().split("\n")[:-1], []
    while lines:
        cells, used = first_record(lines, ",", 2)
        read.append(cells)
        lines = lines[used:]
    assert read == [[cell.strip() for cell in row] for row in rows]


@given(st.lists(CELL, min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_any_text_is_a_record_or_refused(lines: list[str], delimiter: str) -> None:
    try:
        cells, used = first_record(lines, delimiter)
    except RecordError:
        return
    assert 1 <= used <= len(lines)
    assert all(cell == cell.strip() for cell in cells)


def test_a_cell_may_span_lines_up_to_the_longest_record() -> None:
    lines = ['"a', *["b"] * (LONGEST - 2), 'c",d']
    assert first_record(lines, ",", 2)[1] == LONGEST
    with pytest.raises(RecordError, match="a quote is opened and never closed"):
        first_record(['"a', *["b"] * (LONGEST - 1), 'c",d'], ",", 2)
