"""What may be asked of a search by photo: the filters of lists, and what its own page knows besides."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from catalog.api.forms import CategoryField, FilterForm
from catalog.api.queries import PageForm
from catalog.filters import ProductFilters
from catalog.imaging import Box

from ...presenters.photo_matches import SORTS
from ...refinements import GUESSABLE, IN_STOCK


class VisualSearchForm(FilterForm, PageForm):
    category = CategoryField(
        required=False, max_length=120, help_text="A category's slug: with all below it."
    )
    any = forms.MultipleChoiceField(
        choices=[(name, name) for name in GUESSABLE],
        required=False,
        help_text="Filters that the photo is not to guess: `type`, `colour`, `gender`, `in_stock`.",
    )
    sort = forms.ChoiceField(
        choices=list(SORTS.items()), required=False, help_text="Most alike first, unless `price` or `-price`."
    )

    def within(self) -> ProductFilters:
        """The part of the filters that the page's own form does not know."""
        category = self.cleaned_data["category"]
        return ProductFilters(
            category_id=category.pk if category else None, sizes=tuple(self.cleaned_data["size"])
        )

    def as_the_page_says_it(self) -> QueryDict:
        """`in_stock=false` leaves open what would otherwise be guessed."""
        data = cast(QueryDict, self.data).copy()
        data.pop("in_stock", None)
        if self.cleaned_data["in_stock"]:
            data["in_stock"] = IN_STOCK
        elif self.data.get("in_stock"):
            data.appendlist("any", "in_stock")
        return data


class NewSearchForm(VisualSearchForm):
    cursor = None  # type: ignore[assignment]
    box = forms.CharField(
        required=False,
        max_length=100,
        help_text="What to search with: `x,y,width,height`, fractions of the upright picture.",
    )

    def asked_box(self) -> Box | None:
        """Raises BoxError."""
        text: Any = self.cleaned_data["box"]
        return Box.parse(text) if text else None
