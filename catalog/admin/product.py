from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..cards import variants_of
from ..models import Brand, Product, Variant
from .bulk import BulkAdmin
from .categories import CategoryChoiceField, categories_by_parent
from .exports import ExportAdmin
from .filters import SectionFilter, StockFilter
from .history import HistoryAdmin
from .images import ProductImageInline, thumbnail
from .narrowed_pages import NarrowedPages
from .picture_upload import PictureUploadAdmin
from .product_form import ProductForm
from .saved_views import VIEWS, SavedView, SavedViewFilter
from .variants import VariantInline


class ProductChangeList(ChangeList):
    """Fetches what the columns print for all rows together; the saved views are no filters beside it."""

    model_admin: "ProductAdmin"
    saved_views: "list[Any]"

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: list[str | None] | None = None
    ) -> QuerySet[Product]:
        found = super().get_queryset(request, exclude_parameters)
        views = [spec for spec in self.filter_specs if isinstance(spec, SavedViewFilter)]
        self.filter_specs = [spec for spec in self.filter_specs if spec not in views]
        self.saved_views = [choice for view in views for choice in view.choices(self)]
        return found

    def get_results(self, request: HttpRequest) -> None:
        """By the page's keys: else PostgreSQL would make the columns of all pages before it, too."""
        super().get_results(request)
        pages: Any = self.paginator
        is_asked = isinstance(pages, NarrowedPages) and not self.show_all
        keys = pages.keys if is_asked else list(self.result_list.values_list("pk", flat=True))
        products = Product.objects.with_card_data().select_related("brand", "category")
        rows = products.prefetch_related(*self.model_admin.list_prefetch_related).in_bulk(keys)
        self.result_list = [rows[key] for key in keys if key in rows]


@admin.register(Product)
class ProductAdmin(HistoryAdmin, BulkAdmin, ExportAdmin, PictureUploadAdmin):
    """Products with their variants and pictures.

    Made to be subclassed by an app that knows more of products: unregister this one, register the subclass.
    Its hooks are class attributes, to be replaced or extended:

    - `image_inline_class`, `variant_inline_class`: the inlines; subclass ProductImageInline to show more
      about each picture;
    - `extra_inline_classes`: inlines to follow them;
    - `saved_views`: the row of links above the list;
    - `list_panels`: templates to stand between search and list;
    - `list_display`: the columns; a column that reads related rows names them in `list_prefetch_related`
      (names or Prefetch objects), so that the number of queries does not depend on the number of rows.
    """

    form = ProductForm
    image_inline_class: type[ProductImageInline] = ProductImageInline
    variant_inline_class: type[VariantInline] = VariantInline
    extra_inline_classes: "tuple[type[InlineModelAdmin[Any, Any]], ...]" = ()
    list_prefetch_related: "tuple[str | Prefetch[Any], ...]" = ()
    saved_views: tuple[SavedView, ...] = VIEWS
    list_panels: tuple[str, ...] = ()
    list_display: tuple[str, ...] = (
        *("thumbnail", "title", "brand", "category", "product_type", "gender"),
        *("price", "stock", "is_published"),
    )
    list_display_links = ("thumbnail", "title")
    list_filter = (
        *(SavedViewFilter, "is_published", StockFilter, SectionFilter, "gender"),
        *(("brand", admin.RelatedOnlyFieldListFilter), "product_type"),
    )
    actions: tuple[str, ...] = ("bulk_edit", "export_csv", "export_xlsx")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title", "variants__sku", "brand__name", "external_id")
    search_help_text = _("SKU, title, brand or external id; every word has to be found.")
    autocomplete_fields = ("brand",)
    prepopulated_fields = {"slug": ("title",)}
    readonly_fields = ("external_id", "created_at", "updated_at")
    fields = (
        *("title", "slug", "description", ("category", "brand"), ("product_type", "gender", "weight_grams")),
        *("attributes", "is_published", ("external_id", "created_at", "updated_at")),
    )

    def get_inlines(self, request: HttpRequest, obj: Any) -> "list[type[InlineModelAdmin[Any, Any]]]":
        return [self.variant_inline_class, self.image_inline_class, *self.extra_inline_classes]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "category":
            kwargs["form_class"] = CategoryChoiceField
            kwargs["queryset"] = categories_by_parent()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_paginator(
        self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any
    ) -> "Paginator[Any]":
        if not queryset.query.where:
            return super().get_paginator(request, queryset, per_page, *args, **kwargs)
        asked = request.GET.get(PAGE_VAR, "")
        return NarrowedPages(queryset, per_page, asked=int(asked) if asked.isdecimal() else 1)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ProductChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By sets of ids, which cost a scan of each table; Django's own way costs one of their join."""
        for word in search_term.split():
            queryset = queryset.filter(
                Q(title__icontains=word)
                | Q(external_id__icontains=word)
                | Q(brand__in=Brand.objects.filter(name__icontains=word))
                | Q(pk__in=Variant.objects.filter(sku__icontains=word).values("product"))
            )
        return queryset, False

    def action_checkbox(self, obj: Product) -> SafeString:
        """As Django's, without a form's template for each row: a sixth of the time of the list."""
        label = gettext("Select this object for an action - {}").format(obj)
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, label)

    @admin.display(description=_("picture"))
    def thumbnail(self, product: Product) -> SafeString | str:
        images = product.first_images  # type: ignore[attr-defined]
        return thumbnail(images[0]) if images else ""

    @admin.display(description=_("price"))
    def price(self, product: Product) -> str:
        prices = sorted({variant.price_minor: variant.price for variant in variants_of(product)}.items())
        return " – ".join(str(price) for _minor, price in prices[:: len(prices) - 1 or 1])

    @admin.display(description=_("stock"))
    def stock(self, product: Product) -> int:
        return sum(variant.stock for variant in variants_of(product))
