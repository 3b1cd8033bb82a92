"""The kinds of table that can be imported, told apart by their columns."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from ..errors import CatalogueFileError
from ..sheet import Sheet
from ..table import Table, canonical
from .fashion import FASHION
from .layout import Layout
from .own import OWN

__all__ = ["Layout", "layout_of"]


def layout_of(table: Table | Sheet) -> Layout:
    """Raises CatalogueFileError, naming the columns that are missing from the nearest layout."""
    columns = {canonical(name) for name in table.columns}
    layout = min((OWN, FASHION), key=lambda layout: _distance(layout, columns))
    if missing := layout.missing(columns):
        said = _(
            "%(name)s lacks the columns %(missing)s. It has %(columns)s. "
            "docs/import.md describes the two layouts that are read."
        )
        facts = {"name": table.name, "missing": ", ".join(missing), "columns": ", ".join(table.columns)}
        raise CatalogueFileError(said % facts)
    return layout


def _distance(layout: Layout, columns: Collection[str]) -> tuple[bool, bool, int]:
    """What is complete is nearest, then what has the product's id, then what lacks least."""
    missing = layout.missing(columns)
    return bool(missing), canonical(layout.key) not in columns, len(missing)
