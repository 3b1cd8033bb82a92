from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.admin import ProductImageInline
from catalog.models import Product, ProductImage

from ..models import ImageEmbedding
from .actions import retry_and_say
from .by_picture import PictureSearch
from .from_picture import FromPictureAdmin
from .looks import ROWS, line, worst
from .saved_views import VIEWS


class LookImageInline(ProductImageInline):
    """Pictures with the state of their vectors."""

    fields: ClassVar[tuple[str, ...]] = (*ProductImageInline.fields, "vectors")
    readonly_fields: ClassVar[tuple[str, ...]] = (*ProductImageInline.readonly_fields, "vectors")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProductImage]:
        return super().get_queryset(request).prefetch_related(ROWS)

    @admin.display(description=_("look-alikes"))
    def vectors(self, image: ProductImage) -> SafeString | str:
        if not image.pk:
            return ""
        lines = [(line(row, image),) for row in image.embeddings.all()]
        return format_html_join("", "<div>{}</div>", lines) or gettext("Pending")


admin.site.unregister(Product)


@admin.register(Product)
class LookProductAdmin(FromPictureAdmin, PictureSearch):
    """The catalogue's products, with what is known of their looks."""

    image_inline_class = LookImageInline
    list_display = (*PictureSearch.list_display, "look")
    saved_views = VIEWS
    list_prefetch_related = (
        Prefetch("images", ProductImage.objects.prefetch_related(ROWS), to_attr="looked_at"),
    )
    actions = (*PictureSearch.actions, "retry_failed")

    @admin.display(description=_("look-alikes"))
    def look(self, product: Any) -> str:
        return worst(product.looked_at)

    @admin.action(description=_("Try failed pictures again"), permissions=["change"])
    def retry_failed(self, request: HttpRequest, queryset: QuerySet[Product]) -> None:
        retry_and_say(self, request, ImageEmbedding.objects.filter(image__product__in=queryset))
