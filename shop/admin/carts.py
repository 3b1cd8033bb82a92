from django.contrib import admin
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Cart, CartLine


class CartLineInline(admin.TabularInline):  # type: ignore[type-arg]
    model = CartLine
    extra = 0
    fields = ["variant", "quantity", "added_at"]
    readonly_fields = ["variant", "quantity", "added_at"]
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[CartLine]:
        return super().get_queryset(request).select_related("variant__product")

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Cart)
class CartAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For looking: a cart is changed by its shopper alone."""

    list_display = ["token", "customer", "items", "updated_at"]
    list_select_related = ["customer"]
    search_fields = ["token", "lines__variant__sku"]
    date_hierarchy = "updated_at"
    inlines = [CartLineInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cart]:
        carts: QuerySet[Cart] = super().get_queryset(request)
        return carts.annotate(item_count=Sum("lines__quantity"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Cart | None = None) -> bool:
        return False

    @admin.display(description=_("items"), ordering="item_count")
    def items(self, cart: Cart) -> int:
        return cart.item_count or 0  # type: ignore[attr-defined]
