"""The forms of the pages that list products."""

from collections.abc import Mapping
from math import ceil
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..selectors.facets import Facets
from .filters import ProductFilterForm

MAX_TEXT = 200
STEP = 24
"""So many products a list grows by."""
MAX_SHOWN = 480
"""So many products at most are on one page; what follows begins another."""


class PlaceField(forms.IntegerField):
    """A number of products, from 1."""

    default_error_messages = {
        "invalid": _("This is not a number of products. The list is shown from its beginning."),
        "min_value": _("This is not a number of products. The list is shown from its beginning."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=1, required=False, **options)


class ProductListForm(ProductFilterForm):
    """Filters, an order and a part of the list; the first of `sorts` (key → label) is the default."""

    sort = forms.ChoiceField(
        label=_("Sort"),
        required=False,
        error_messages={"invalid_choice": _("This order is not known. Choose from the list.")},
    )

    start = PlaceField(label=_("First product"))
    shown = PlaceField(label=_("Number of products"))

    def __init__(
        self, data: Mapping[str, Any], *, choices: Facets, sorts: Mapping[str, str | Promise]
    ) -> None:
        super().__init__(data, choices=choices)
        cast(forms.ChoiceField, self.fields["sort"]).choices = list(sorts.items())
        self._default = next(iter(sorts))

    @property
    def order(self) -> str:
        """A key of `sorts`; read it after `is_valid`."""
        return self.cleaned_data.get("sort") or self._default

    @property
    def first(self) -> int:
        """The place of the first product that is asked for, from 1; read it after `is_valid`."""
        return self.cleaned_data.get("start") or 1

    @property
    def length(self) -> int:
        """So many products, in whole steps, MAX_SHOWN at most; read it after `is_valid`."""
        steps = ceil((self.cleaned_data.get("shown") or STEP) / STEP)
        return min(steps * STEP, MAX_SHOWN)

    def sort_pairs(self) -> list[tuple[str, str]]:
        """The order as a query string has it, if another was asked for."""
        return [] if self.order == self._default else [("sort", self.order)]


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=MAX_TEXT,
        error_messages={
            "max_length": _("This search is too long. Use up to %(limit_value)d letters."),
            "null_characters_not_allowed": _("This search has letters that cannot be searched for."),
        },
    )
