from django.contrib import admin

from ..models import ShippingMethod, ShippingRate, TaxRate


class ShippingRateInline(admin.TabularInline):  # type: ignore[type-arg]
    model = ShippingRate
    extra = 1


@admin.register(ShippingMethod)
class ShippingMethodAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "code", "min_days", "max_days", "position", "is_active"]
    inlines = [ShippingRateInline]


@admin.register(TaxRate)
class TaxRateAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["country_code", "percent"]
    list_editable = ["percent"]
    search_fields = ["country_code"]
