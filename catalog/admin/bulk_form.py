"""What is asked of a bulk edit."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Category
from ..services.bulk_edit import HIGHEST_PRICE, HIGHEST_STOCK, BulkChange
from .categories import CategoryChoiceField, categories_by_parent


class BulkForm(forms.Form):
    """Each field that is left empty leaves its column as it is."""

    price = forms.DecimalField(
        label=gettext_lazy("Set the price to"), required=False, min_value=0, max_value=HIGHEST_PRICE
    )
    price_percent = forms.DecimalField(
        label=gettext_lazy("Change the price by per cent"),
        help_text=gettext_lazy("10 is ten per cent more, -10 ten per cent less; rounded to whole coins."),
        required=False,
        min_value=-100,
        max_value=1000,
        decimal_places=2,
    )
    stock = forms.IntegerField(
        label=gettext_lazy("Set the stock of each variant to"),
        required=False,
        min_value=0,
        max_value=HIGHEST_STOCK,
    )
    stock_by = forms.IntegerField(
        label=gettext_lazy("Change the stock of each variant by"),
        help_text=gettext_lazy("5 is five more, -5 five fewer, but never fewer than none."),
        required=False,
        min_value=-HIGHEST_STOCK,
        max_value=HIGHEST_STOCK,
    )
    category = CategoryChoiceField(
        label=gettext_lazy("Move to the category"), required=False, queryset=Category.objects.none()
    )
    published = forms.TypedChoiceField(
        label=gettext_lazy("Published"),
        required=False,
        coerce=lambda value: value == "yes",
        empty_value=None,
        choices=[("", "---------"), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = categories_by_parent()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        given = {name for name, value in cleaned.items() if value is not None}
        for pair in (("price", "price_percent"), ("stock", "stock_by")):
            if given.issuperset(pair):
                raise ValidationError(_("Set it or change it, not both."))
        if not given and not self.errors:
            raise ValidationError(_("Fill in at least one field."))
        return cleaned

    @property
    def change(self) -> BulkChange:
        values = dict(self.cleaned_data)
        category = values.pop("category")
        return BulkChange(category_id=category.pk if category else None, **values)

    @property
    def summary(self) -> str:
        """What is changed, in words."""
        said = (
            f"{self.fields[name].label}: {_said(value)}"
            for name, value in self.cleaned_data.items()
            if value is not None
        )
        return "; ".join(said)[:300]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
