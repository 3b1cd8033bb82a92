"""The form of the checkout: who, where to, by which way, and how it is paid."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .address_form import AddressForm
from .payments.base import MethodFacts


class CheckoutForm(AddressForm):
    """Its address fields are those of the country. Prices, stock and dates are the services' to judge."""

    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        error_messages={
            "required": _("We send the confirmation there."),
            "invalid": _("An email address looks like name@example.com."),
        },
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email", "autocapitalize": "off"}),
    )
    shipping_method = forms.CharField(required=False)
    payment_method = forms.ChoiceField(error_messages={"required": _("Choose how to pay.")})
    payment_choice = forms.CharField(required=False, max_length=30)

    def __init__(
        self,
        data: Any = None,
        *,
        countries: Sequence[tuple[str, str]],
        methods: Sequence[MethodFacts],
        country_code: str,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, countries=countries, country_code=country_code, initial=initial)
        self._choice_field("payment_method").choices = [(method.key, method.label) for method in methods]
