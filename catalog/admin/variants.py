from typing import Any

from babel.numbers import is_currency
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Variant
from ..money import Money, default_currency
from ..services.bulk_edit import HIGHEST_PRICE, HIGHEST_STOCK
from .costs import may_see_costs
from .empty_rows import EmptyRowsInline
from .inline_form import InlineForm


class VariantForm(InlineForm):
    """A variant with its price in major units, as people write it."""

    price = forms.DecimalField(
        label=_("price"), min_value=0, max_value=HIGHEST_PRICE, widget=forms.NumberInput({"size": 8})
    )
    stock = forms.IntegerField(
        label=_("stock on hand"),
        min_value=0,
        max_value=HIGHEST_STOCK,
        initial=0,
        show_hidden_initial=True,
    )

    class Meta:
        model = Variant
        fields: tuple[str, ...] = ("sku", "size", "colour", "price", "currency", "stock", "position")
        # Narrow enough for all of them to stand side by side.
        widgets = {
            name: forms.TextInput(attrs={"size": size})
            for name, size in {"sku": 18, "size": 6, "colour": 12, "currency": 4}.items()
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["price"] = self.instance.price.amount

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).upper()
        if not is_currency(code):
            raise ValidationError(_("“%(code)s” is not an ISO 4217 code such as EUR.") % {"code": code})
        return code

    def clean_stock(self) -> int:
        """What was typed; what was sold or came back since the page was opened is taken into account."""
        typed: int = self.cleaned_data["stock"]
        if self.is_untouched:
            return typed
        shown = self.data.get(self.add_initial_prefix("stock"), "")
        if self.instance.pk is None or not (shown.isascii() and shown.isdecimal()):
            return typed
        stocks = Variant.objects.select_for_update().filter(pk=self.instance.pk)
        return max(0, stocks.values_list("stock", flat=True).get() + typed - int(shown))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if price := self._money(cleaned, "price"):
            self.instance.price_minor = price.minor
        return cleaned

    def _money(self, cleaned: dict[str, Any], name: str) -> Money | None:
        """What the field says, in the row's currency; None where it says nothing. Raises ValidationError."""
        if cleaned.get(name) is None:
            return None
        try:
            return Money.of(cleaned[name], cleaned.get("currency") or default_currency())
        except ValueError as error:
            raise ValidationError({name: _("This currency has no such small coins.")}) from error


class CostedVariantForm(VariantForm):
    """With what the variant costs the shop, in the currency of its price."""

    cost = forms.DecimalField(
        label=_("cost"),
        required=False,
        min_value=0,
        max_value=HIGHEST_PRICE,
        widget=forms.NumberInput({"size": 8}),
        help_text=_("What it costs the shop, written as the price is. Shoppers never see it."),
    )

    class Meta(VariantForm.Meta):
        fields = ("sku", "size", "colour", "price", "cost", "currency", "stock", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.cost:
            self.initial["cost"] = self.instance.cost.amount

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "cost" in cleaned:
            cost = self._money(cleaned, "cost")
            self.instance.cost_minor = cost.minor if cost else None
        return cleaned


class VariantInline(EmptyRowsInline):
    model = Variant
    form = VariantForm
    template = "admin/catalog/inlines/variants.html"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form = CostedVariantForm if may_see_costs(request) else self.form
        return super().get_formset(request, obj, **{"form": form} | kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Variant]:
        # Each row is headed by its variant's name, which begins with the product's.
        variants: QuerySet[Variant] = super().get_queryset(request)
        return variants.select_related("product")
