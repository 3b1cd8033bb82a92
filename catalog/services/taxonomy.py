"""Categories and brands that an import needs, made when they are not there yet."""

from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from ..models import Brand, Category
from .slugs import checksum

Path = tuple[str, ...]


def ensure_categories(*, paths: Iterable[Path]) -> Mapping[Path, Category]:
    """The category at each path from the root, and all above it."""
    known = {path: category for category, path in _categories()}
    wanted = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    for path in sorted(wanted):
        if path not in known:
            known[path] = Category.objects.create(
                name=path[-1], parent=known.get(path[:-1]), slug=_free_slug(" ".join(path))
            )
    return known


def ensure_brands(*, names: Iterable[str]) -> Mapping[str, Brand]:
    """The brand of each name that is not empty."""
    wanted = {name for name in names if name}
    known = {brand.name: brand for brand in Brand.objects.filter(name__in=wanted)}
    for name in sorted(wanted - known.keys()):
        slug = slugify(name)
        if not slug or Brand.objects.filter(slug=slug).exists():
            slug = f"{slug}-{checksum(name)}".strip("-")
        known[name] = Brand.objects.create(name=name, slug=slug)
    return known


def category_paths() -> Mapping[int, Path]:
    """The names from the root down to each category, by its key."""
    return {category.pk: path for category, path in _categories()}


def _categories() -> list[tuple[Category, Path]]:
    categories = {category.pk: category for category in Category.objects.all()}

    def path(category: Category) -> Path:
        above = path(categories[category.parent_id]) if category.parent_id else ()
        return (*above, category.name)

    return [(category, path(category)) for category in categories.values()]


def _free_slug(text: str) -> str:
    slug = slugify(text)[:100].strip("-")
    if slug and not Category.objects.filter(slug=slug).exists():
        return slug
    return f"{slug}-{checksum(text)}".strip("-")
