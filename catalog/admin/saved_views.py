"""The parts of the catalogue that need a merchant's eye, each one click away above the list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Product
from ..querysets import ProductQuerySet


@dataclass(frozen=True)
class SavedView:
    """`key` stands in the address of the list; `narrow` leaves the products that belong to it."""

    key: str
    label: str | Promise
    narrow: Callable[[ProductQuerySet], ProductQuerySet]


VIEWS: Final = (
    SavedView("no-image", _("No image"), lambda products: products.without_image()),
    SavedView(
        "low-stock",
        _("Low stock"),
        lambda products: products.published().low_in_stock(most=settings.VITRINE_LOW_STOCK),
    ),
    SavedView("unpublished", _("Unpublished"), lambda products: products.filter(is_published=False)),
    SavedView("duplicates", _("Duplicates"), lambda products: products.duplicates()),
)


class SavedViewFilter(admin.SimpleListFilter):
    """Stands above the list as a row of links; the other filters narrow it further."""

    title = _("view")
    parameter_name = "view"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        self._views: dict[str, SavedView] = {view.key: view for view in model_admin.saved_views}
        return [(view.key, view.label) for view in model_admin.saved_views]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Product]) -> QuerySet[Product]:
        view = self._views.get(self.value() or "")
        return view.narrow(queryset) if view else queryset  # type: ignore[arg-type]
