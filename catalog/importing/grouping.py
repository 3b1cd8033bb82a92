"""Rows → the rows of one product each."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from .errors import Reject
from .layouts import Layout
from .table import Row, canonical

Group = tuple[Row, ...]


def groups(rows: Iterable[Row | Reject], layout: Layout) -> Iterator[Group | Reject]:
    """Neighbours of one id are one product where the layout has many rows for it; later rows are refused."""
    key = canonical(layout.key)
    began: dict[str, int] = {}
    group: list[Row] = []
    for row in rows:
        if isinstance(row, Reject):
            yield row
            continue
        name = row.cells[key]
        if layout.many_rows and group and group[0].cells[key] == name:
            group.append(row)
        elif name and name in began:
            said = _('%(column)s "%(value)s" is taken by line %(line)d')
            facts = {"column": layout.key, "value": name, "line": began[name]}
            yield Reject(row.line, said % facts)
        else:
            if group:
                yield tuple(group)
            began[name] = row.line
            group = [row]
    if group:
        yield tuple(group)
