from django.contrib import admin

from ..models import StockMovement
from .reading import ReadOnlyAdmin


@admin.register(StockMovement)
class StockMovementAdmin(ReadOnlyAdmin):
    """The ledger. Stock is corrected where the variant is: that writes a row here."""

    list_display = ["at", "sku", "kind", "delta", "balance", "order", "actor", "note"]
    list_filter = ["kind", "at"]
    list_select_related = ["order"]
    search_fields = ["sku", "order__number"]
