from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import EmbeddingState, ImageEmbedding
from .actions import retry_failed
from .vectors import retry_view, vectors_view


class SituationFilter(admin.SimpleListFilter):
    """The state of a row, with "outdated" for one that speaks of an earlier picture."""

    title = _("state")
    parameter_name = "situation"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        states = [(state.value, str(state.label)) for state in EmbeddingState]
        return [*states, ("stale", gettext("Outdated"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[ImageEmbedding]
    ) -> QuerySet[ImageEmbedding] | None:
        is_current = Q(source_digest=F("image__digest"))
        if self.value() == "stale":
            return queryset.exclude(is_current)
        return queryset.filter(is_current, state=self.value()) if self.value() else None


@admin.register(ImageEmbedding)
class ImageEmbeddingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Read-only: rows are made by the workers, and made again on demand."""

    fields = readonly_fields = (
        *("image", "encoder", "state", "error", "attempts", "source_digest", "queued_at", "updated_at"),
    )
    list_display = ("product", "encoder", "situation", "error", "attempts", "updated_at")
    list_display_links = None
    change_list_template = "admin/recommendations/embeddings.html"
    list_filter = (SituationFilter, "encoder")
    list_select_related = ("encoder", "image__product")
    list_per_page = 50
    search_fields = ("image__product__title", "image__file", "error")
    ordering = ("-updated_at",)
    show_full_result_count = False
    actions = (retry_failed,)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("state/", view(partial(vectors_view, self)), name="recommendations_imageembedding_state"),
            path("retry/", view(partial(retry_view, self)), name="recommendations_imageembedding_retry"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImageEmbedding]:
        return super().get_queryset(request).defer("vector")

    @admin.display(description=_("product"))
    def product(self, row: ImageEmbedding) -> SafeString:
        address = reverse("admin:catalog_product_change", args=[row.image.product_id])
        return format_html('<a href="{}">{}</a>', address, row.image.product)

    @admin.display(description=_("state"), ordering="state")
    def situation(self, row: ImageEmbedding) -> str:
        stale = row.source_digest != row.image.digest
        return gettext("Outdated") if stale else str(row.get_state_display())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
