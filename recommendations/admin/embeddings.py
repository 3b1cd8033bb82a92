from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..models import ImageEmbedding
from .actions import retry_failed


@admin.register(ImageEmbedding)
class ImageEmbeddingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Read-only: rows are made by the workers, and made again on demand."""

    fields = readonly_fields = (
        *("image", "encoder", "state", "error", "attempts", "source_digest", "queued_at", "updated_at"),
    )
    list_display = ("product", "encoder", "state", "error", "attempts", "updated_at")
    list_display_links = None
    list_filter = ("state", "encoder")
    list_select_related = ("encoder", "image__product")
    list_per_page = 50
    search_fields = ("image__product__title", "image__file", "error")
    ordering = ("-updated_at",)
    show_full_result_count = False
    actions = (retry_failed,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImageEmbedding]:
        return super().get_queryset(request).defer("vector")

    @admin.display(description=_("product"))
    def product(self, row: ImageEmbedding) -> SafeString:
        address = reverse("admin:catalog_product_change", args=[row.image.product_id])
        return format_html('<a href="{}">{}</a>', address, row.image.product)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
