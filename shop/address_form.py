"""The fields of an address, as its country writes them."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from .addresses import AddressRules, InvalidAddress, PostalAddress, address_rules, normalized

_AUTOCOMPLETE: Final = {
    "name": "name",
    "company_name": "organization",
    "street_address": "address-line1",
    "street_address_2": "address-line2",
    "city_area": "address-level3",
    "city": "address-level2",
    "country_area": "address-level1",
    "postal_code": "postal-code",
    "country_code": "country",
}
_LENGTHS: Final = {"street_address": 200, "street_address_2": 200, "postal_code": 20}
_LENGTH: Final = 120
_ASIDE: Final = ("company_name", "street_address_2")
"""What few need, behind a link."""


class AddressForm(forms.Form):
    """Once it is valid, `cleaned_data["address"]` is a PostalAddress as its country writes it."""

    use_required_attribute = True
    country_code = forms.ChoiceField(
        label=_("Country"),
        error_messages={
            "required": _("Choose a country from the list."),
            "invalid_choice": _("We do not deliver to this country."),
        },
        widget=forms.Select({"autocomplete": "shipping country"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=30,
        help_text=_("Only for the courier, in case nobody opens."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        countries: Sequence[tuple[str, str]],
        country_code: str,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial, prefix=None)
        self.rules = address_rules(country_code)
        self._choice_field("country_code").choices = list(countries)
        for part in self.rules.order:
            self.fields[part] = _part_field(part, self.rules)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "country_code" in cleaned:
            self._take_address(cleaned)
        return cleaned

    @property
    def address_fields(self) -> list[forms.BoundField]:
        """In the order in which the country writes them."""
        return [self[part] for part in self.rules.order if part not in _ASIDE]

    @property
    def aside_fields(self) -> list[forms.BoundField]:
        return [*(self[part] for part in _ASIDE if part in self.fields), self["phone"]]

    @property
    def aside_is_used(self) -> bool:
        """Whether something stands in what is behind the link, or is wrong there."""
        return any(field.errors or field.value() for field in self.aside_fields)

    def _take_address(self, cleaned: dict[str, Any]) -> None:
        parts = {part: cleaned.get(part, "") for part in self.rules.order}
        address = PostalAddress(country_code=cleaned["country_code"], **parts)
        try:
            cleaned["address"] = normalized(address)
        except InvalidAddress as invalid:
            for part, sentence in invalid.errors.items():
                if part not in self.errors:
                    self.add_error(part, sentence)

    def _choice_field(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 declared above
        return field


def _part_field(part: str, rules: AddressRules) -> forms.Field:
    required, label = part in rules.required, str(rules.labels[part])
    hints = {"autocomplete": f"shipping {_AUTOCOMPLETE[part]}"}
    if part == "postal_code" and rules.example.isdigit():
        hints["inputmode"] = "numeric"
    missing = {"required": _("%(label)s is missing.") % {"label": label}}
    if part == "country_area" and rules.areas:
        return forms.ChoiceField(
            label=label,
            required=required,
            choices=[("", "—"), *rules.areas],
            error_messages=missing,
            widget=forms.Select(hints),
        )
    return forms.CharField(
        label=label,
        required=required,
        max_length=_LENGTHS.get(part, _LENGTH),
        error_messages=missing,
        widget=forms.TextInput(hints),
    )
