"""What may be asked of lists of products: the pages' filters and orders, a category, words, and a part."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..filters import ProductFilters
from ..forms import ProductFilterForm, ProductListForm, SearchForm
from ..forms.fields import PriceField
from ..models import Category
from ..sorts import SEARCH_SORTS
from .queries import PageForm, TextsField, TruthField
from .tiles import TileSerializer


class CategoryField(forms.CharField):
    """A category by its slug."""

    default_error_messages = {"unknown": _("There is no such category.")}

    def clean(self, value: Any) -> Category | None:
        slug = super().clean(value)
        category = Category.objects.filter(slug=slug).first() if slug else None
        if slug and category is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown_category")
        return category


class ColumnsField(forms.CharField):
    """Names of a tile's fields, separated by commas."""

    default_error_messages = {"unknown": _("There is no field “%(name)s”.")}

    def clean(self, value: Any) -> tuple[str, ...]:
        names = tuple(name for name in super().clean(value).split(",") if name)
        for name in names:
            if name not in TileSerializer().fields:
                text = self.error_messages["unknown"]
                raise ValidationError(text, code="unknown_field", params={"name": name[:40]})
        return names


_REFUSALS = {
    "invalid_choice": _("“%(value)s” is not one of the values that are known here."),
    "invalid_list": _("These are not values that are known here."),
}
_NO_PRICE = _("Write the price as a number, such as 20 or 19.99.")


class ScopeForm(SearchForm):
    """Which products a list is of: all, those below a category, those that words find."""

    category = CategoryField(
        required=False, max_length=120, help_text="A category's slug: with all below it."
    )


class FilterForm(ProductFilterForm):
    """The pages' filters, and a size. What is wrong is refused here, not left out."""

    size = TextsField(max_length=20, help_text="In stock or not, made in one of these sizes.")
    in_stock = TruthField(help_text="Only what is on hand.")  # type: ignore[assignment]
    prices_swapped = _("The lowest price is above the highest.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages |= _REFUSALS
            elif isinstance(field, PriceField):
                field.error_messages["invalid"] = _NO_PRICE

    def filters(self, *, category_id: int | None = None) -> ProductFilters:
        return replace(
            super().filters(category_id=category_id), sizes=tuple(self.cleaned_data.get("size", ()))
        )


class ListForm(FilterForm, ProductListForm, PageForm):
    """Those filters, an order, a part of the list, and the fields of its tiles."""

    start = shown = None  # type: ignore[assignment]
    sort = forms.ChoiceField(
        choices=[(key, sort.label) for key, sort in SEARCH_SORTS.items()],
        required=False,
        help_text="`newest` unless given; with `q` it is `best`, which there is for searches alone.",
    )
    only = ColumnsField(
        required=False, max_length=400, help_text="The fields that are wanted of each product: `slug,title`."
    )
