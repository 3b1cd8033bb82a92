"""The form of the checkout: who, where to, by which way, how it is paid. The API reads orders by it, too."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .address_form import AddressForm
from .addresses import country_choices, country_codes
from .payments import payment_methods
from .payments.base import MethodFacts
from .quotes import delivery_countries, preset_country
from .services.orders import OrderRequest


class CheckoutForm(AddressForm):
    """Its address fields are those of the country. Prices, stock and dates are the services' to judge."""

    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        error_messages={
            "required": _("Email is missing. We send the confirmation there."),
            "invalid": _("An email address looks like name@example.com."),
        },
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email", "autocapitalize": "off"}),
    )
    shipping_method = forms.CharField(required=False)
    payment_method = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how to pay."))
    )
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


def checkout_form(
    data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None
) -> CheckoutForm:
    """With the fields of the country that is named, else of the one that the shop presets."""
    countries, methods = delivery_countries(), payment_methods()
    country = (data or initial or {}).get("country_code") or preset_country(countries)
    return CheckoutForm(
        data,
        countries=country_choices(countries),
        methods=methods,
        # A country that is none has no rules; its field says so.
        country_code=country if country in country_codes() else preset_country(countries),
        initial={"payment_method": methods[0].key, "country_code": country, **(initial or {})},
    )


def order_request(form: CheckoutForm, *, seen: str | None) -> OrderRequest:
    """Of a form that is valid; `seen` is the fingerprint of the quote that was shown."""
    details = form.cleaned_data
    return OrderRequest(
        email=details["email"],
        phone=details["phone"],
        address=details["address"],
        shipping_method=details["shipping_method"],
        payment_method=details["payment_method"],
        payment_choice=details["payment_choice"],
        language=get_language() or "en",
        seen=seen,
    )
