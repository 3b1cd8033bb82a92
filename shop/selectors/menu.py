"""The categories as the menu lists them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from catalog.models import Category


@dataclass(frozen=True)
class MenuLink:
    """A category with something published in it or below it; `children` are one level of the same."""

    name: str
    url: str
    children: tuple[MenuLink, ...]


def menu_links() -> tuple[MenuLink, ...]:
    """The whole tree, in one query."""
    children: dict[int | None, list[Category]] = defaultdict(list)
    for category in Category.objects.with_products():
        children[category.parent_id].append(category)

    def below(category_id: int | None) -> tuple[MenuLink, ...]:
        return tuple(
            MenuLink(category.name, category.get_absolute_url(), below(category.pk))
            for category in children[category_id]
        )

    return below(None)
