"""One record of a CSV text, found so that a quote left open ends with its line and not with the file."""

import csv
from collections.abc import Sequence

from django.utils.translation import gettext as _

LONGEST = 100
"""Lines that a record may span."""
_UNFINISHED = "unexpected end of data"


class RecordError(ValueError):
    """The text does not begin with a record."""


def first_record(lines: Sequence[str], delimiter: str, width: int | None = None) -> tuple[list[str], int]:
    """The cells of the record that begins at the first of `lines`, stripped, and how many lines it takes.

    A cell in quotes may span lines, up to LONGEST. An empty line is a record of empty cells.
    Raises RecordError for quotes that do not match and for any other number of cells than `width`.
    """
    for used in range(1, min(LONGEST, len(lines)) + 1):
        try:
            cells = _cells(lines[:used], delimiter)
        except csv.Error as error:
            if str(error) == _UNFINISHED:
                continue
            raise RecordError(_("its quotes do not match (%(error)s)") % {"error": error}) from error
        if not cells:
            return [""] * (width or 0), used
        if width is not None and len(cells) != width:
            said = _("%(cells)d cells where the header has %(width)d")
            raise RecordError(said % {"cells": len(cells), "width": width})
        return [cell.strip() for cell in cells], used
    raise RecordError(_("a quote is opened and never closed"))


def _cells(lines: Sequence[str], delimiter: str) -> list[str]:
    rows = list(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True))
    return rows[0]
