"""Where a category stands in the tree."""

from dataclasses import dataclass

from ..models import Category


@dataclass(frozen=True)
class Crumb:
    name: str
    url: str


def breadcrumb(*, category_id: int) -> list[Crumb]:
    """From the root to the category itself, in one query."""
    nodes = {node.pk: node for node in Category.objects.path_to(category_id)}
    path: list[Crumb] = []
    while node := nodes.pop(category_id, None):
        path.insert(0, Crumb(node.name, node.get_absolute_url()))
        category_id = node.parent_id or 0
    return path
