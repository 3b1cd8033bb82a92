"""The filters of a list or of a search by photo, read from a query string."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..filters import ProductFilters
from ..money import Money, default_currency
from ..selectors.facets import Facets
from .fields import FacetField, FlagInput, PriceField


@dataclass(frozen=True)
class Selection:
    """One applied filter: `name=value` in the query string, `label` to a reader."""

    name: str
    value: str
    label: str


class ProductFilterForm(forms.Form):
    """Prices are in major units; a value outside `choices` is an error.

    Validate it first (`is_valid`). `filters` and `selections` then speak of the valid fields only, so that a
    page with errors is still a whole page.
    """

    type = FacetField(label=gettext_lazy("Type"), required=False)
    colour = FacetField(label=gettext_lazy("Colour"), required=False)
    gender = FacetField(label=gettext_lazy("For"), required=False)
    price_min = PriceField(label=gettext_lazy("Lowest price"), required=False)
    price_max = PriceField(label=gettext_lazy("Highest price"), required=False)
    in_stock = forms.BooleanField(label=gettext_lazy("In stock only"), required=False, widget=FlagInput)
    prices_swapped: str | Promise = gettext_lazy("The lowest price is above the highest. Both were left out.")

    def __init__(self, data: Mapping[str, Any], *, choices: Facets) -> None:
        super().__init__(data)
        self.choices = choices
        for name, facets in choices.by_field().items():
            cast(FacetField, self.fields[name]).offer(facets)

    def clean(self) -> None:
        lowest, highest = self._price("price_min"), self._price("price_max")
        if lowest and highest and lowest.minor > highest.minor:
            self.add_error("price_min", str(self.prices_swapped))
            del self.cleaned_data["price_max"]

    @property
    def currency(self) -> str:
        return default_currency()

    @property
    def price_fields(self) -> list[forms.BoundField]:
        return [self["price_min"], self["price_max"]]

    def filters(self, *, category_id: int | None = None) -> ProductFilters:
        lowest, highest = self._price("price_min"), self._price("price_max")
        return ProductFilters(
            category_id=category_id,
            types=tuple(self.cleaned_data.get("type", ())),
            colours=tuple(self.cleaned_data.get("colour", ())),
            genders=tuple(self.cleaned_data.get("gender", ())),
            price_min=lowest.minor if lowest else None,
            price_max=highest.minor if highest else None,
            in_stock=self.cleaned_data.get("in_stock", False),
        )

    def selections(self) -> Iterator[Selection]:
        """What is applied, in the order of the fields."""
        for name, facets in self.choices.by_field().items():
            chosen = self.cleaned_data.get(name, ())
            yield from (
                Selection(name, facet.value, facet.label) for facet in facets if facet.value in chosen
            )
        if lowest := self._price("price_min"):
            yield Selection("price_min", str(lowest.amount), _("from %(price)s") % {"price": lowest})
        if highest := self._price("price_max"):
            yield Selection("price_max", str(highest.amount), _("up to %(price)s") % {"price": highest})
        if self.cleaned_data.get("in_stock"):
            yield Selection("in_stock", "1", _("In stock"))

    def _price(self, name: str) -> Money | None:
        return self.cleaned_data.get(name)
