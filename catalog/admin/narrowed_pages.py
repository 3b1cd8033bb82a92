"""Pages of a list that was narrowed: they are counted with the rows of the one that is asked for."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet, Window


class NarrowedPages(Paginator):  # type: ignore[type-arg]
    """One statement where Django has two: to find words among all products takes as long as to count them.

    `asked` is the page, from 1; `keys` are the primary keys on it, in order, none if there is no such page.
    """

    def __init__(self, found: QuerySet[Any], per_page: int, *, asked: int) -> None:
        super().__init__(found, per_page)
        self._found, self._asked = found, max(1, asked)

    @property
    def keys(self) -> list[Any]:
        return [key for key, _count in self._rows]

    @cached_property
    def count(self) -> int:
        if self._rows:
            return int(self._rows[0][1])
        return 0 if self._asked == 1 else self._found.count()

    @cached_property
    def _rows(self) -> list[tuple[Any, int]]:
        first = (self._asked - 1) * self.per_page
        counted = self._found.annotate(all_found=Window(Count("pk"))).values_list("pk", "all_found")
        return list(counted[first : first + self.per_page])
