from typing import Any

from django import forms
from django.contrib import admin

from ..models import Coupon


class CouponForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Coupon
        fields = "__all__"  # noqa: DJ007 `uses` is not editable

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()


@admin.register(Coupon)
class CouponAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = CouponForm
    list_display = ["code", "kind", "percent", "amount_minor", "uses", "max_uses", "ends_at", "is_active"]
    list_filter = ["is_active", "kind"]
    search_fields = ["code"]
    readonly_fields = ["uses"]

    def has_delete_permission(self, request: Any, obj: Coupon | None = None) -> bool:
        """Orders name their coupon: it is switched off instead."""
        return super().has_delete_permission(request, obj) and not (obj and obj.orders.exists())
