from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from catalog.services import ProductData

from ..pictures import PictureFolder
from ..table import Row, canonical

Reader = Callable[[Sequence[Row], PictureFolder], ProductData]


@dataclass(frozen=True)
class Layout:
    """A kind of table. Each of `required` is a column, or several of which one must be there.

    `key` is the column of the product's id; `read` makes one product of its rows and raises RowError. Columns
    that begin with `free_prefix` may be anything.
    """

    key: str
    required: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...]
    read: Reader
    many_rows: bool
    free_prefix: str | None = None

    def missing(self, columns: Collection[str]) -> list[str]:
        """The required columns that are not among the canonical `columns`."""
        return [
            " or ".join(names)
            for names in self.required
            if not any(canonical(name) in columns for name in names)
        ]

    def ignored(self, columns: Collection[str]) -> list[str]:
        """Those of `columns`, as the file writes them, that mean nothing in this layout."""
        known = {canonical(name) for names in (*self.required, self.optional) for name in names}
        return [
            name
            for name in columns
            if canonical(name) not in known
            and not (self.free_prefix and canonical(name).startswith(self.free_prefix))
        ]
