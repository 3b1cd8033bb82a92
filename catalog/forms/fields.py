"""Fields of the filter forms. What they refuse is left out of the search, and their messages say so."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext_lazy as _

from ..money import Money, default_currency
from ..selectors.facets import Facet

MAX_PRICE = Decimal(10_000_000)


class _Offered(BaseChoiceIterator):
    """Choices that Django takes as they are: to look through hundreds takes longer than to use them."""

    def __init__(self, facets: tuple[Facet, ...]) -> None:
        self._facets = facets

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((facet.value, facet.label) for facet in self._facets)


class FacetField(forms.MultipleChoiceField):
    """Any number of the values that were offered."""

    default_error_messages = {
        "invalid_choice": _("An unknown choice was left out. Choose from the list."),
        "invalid_list": _("An unknown choice was left out. Choose from the list."),
    }

    def to_python(self, value: Any) -> list[str]:
        return [chosen for chosen in super().to_python(value) if chosen]

    def offer(self, facets: tuple[Facet, ...]) -> None:
        self.choices = _Offered(facets)


class FlagInput(forms.CheckboxInput):
    """A box whose `0` means no; Django's takes every value but `false` for a yes."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return data.get(name) in {"1", "on", "true"}


class PriceField(forms.DecimalField):
    """A price in major units of the shop's currency; its value is Money."""

    default_error_messages = {
        "invalid": _("Write the price as a number, such as 20 or 19.99. It was left out."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=MAX_PRICE, **options)

    def clean(self, value: Any) -> Money | None:
        amount = super().clean(value)
        try:
            return None if amount is None else Money.of(amount, default_currency())
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
