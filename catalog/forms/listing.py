"""The forms of the pages that list products."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..selectors.facets import Facets
from .filters import ProductFilterForm

MAX_TEXT = 200


class ProductListForm(ProductFilterForm):
    """Filters and an order; the first of `sorts` (key → label) is the one when none is asked for."""

    sort = forms.ChoiceField(
        label=_("Sort"),
        required=False,
        error_messages={"invalid_choice": _("This order is not known. Choose from the list.")},
    )

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
