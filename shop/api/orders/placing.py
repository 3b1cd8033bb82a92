"""What is sent to place an order: read by the checkout's own form, so that both ask for the same."""

import re
import uuid
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

from ...checkout_form import CheckoutForm, checkout_form, order_request
from ...models import Cart
from ...payments import payment_methods
from ...quotes import Wish, quote
from ...selectors.checkout import known_details
from ...services.orders import OrderRequest
from ..bodies import read
from ..holders import holder_of
from .addresses import ADDRESS, PostalAddressSerializer

KEY: Final = "Idempotency-Key"
_KEY: Final = re.compile(r"[\x21-\x7e]{8,200}")
_NAMESPACE: Final = uuid.UUID("5f0a1f5e-5d0c-4d0f-9a1b-6a1f1d9c7b52")
_PARTS: Final = tuple(ADDRESS)


class NewOrderSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.CharField(
        max_length=254, required=False, help_text="A customer's own address unless given."
    )
    phone = serializers.CharField(max_length=30, required=False, allow_blank=True)
    address = PostalAddressSerializer(required=False, help_text="A customer's first address unless given.")
    shipping_method = serializers.CharField(
        max_length=40, required=False, allow_blank=True, help_text="Its code; the first one unless given."
    )
    payment_method = serializers.CharField(max_length=20)
    payment_choice = serializers.CharField(max_length=30, required=False, allow_blank=True)
    seen = serializers.CharField(
        max_length=64, required=False, allow_blank=True, help_text="From the quote that was shown."
    )


NEW_ORDER = {
    "email": "ada@example.com",
    "address": {part: value for part, value in ADDRESS.items() if value},
    "shipping_method": "standard",
    "payment_method": "invoice",
}


def key_of(request: Request) -> uuid.UUID:
    """Of the request's own shopper: nobody meets another's. Raises ValidationError."""
    text = request.headers.get(KEY, "")
    if not _KEY.fullmatch(text):
        sentence = _("Send 8 to 200 letters, digits or signs that are good for this order alone.")
        raise ValidationError({KEY: ErrorDetail(sentence, code="required" if not text else "invalid")})
    return uuid.uuid5(_NAMESPACE, f"{holder_of(request)}:{text}")


def asked_order(request: Request, cart: Cart) -> OrderRequest:
    """Raises ValidationError, naming what the page would mark."""
    sent = read(NewOrderSerializer, request)
    known = known_details(customer=request.user)
    if "address" in sent:
        known = {name: value for name, value in known.items() if name not in _PARTS}
    form = checkout_form({**known, **sent.pop("address", {}), **sent})
    if not form.is_valid():
        raise ValidationError(_errors(form))
    _check_choices(form, cart)
    return order_request(form, seen=sent.get("seen") or None)


def _errors(form: CheckoutForm) -> dict[str, Any]:
    errors: dict[str, Any] = {}
    for name, found in form.errors.get_json_data().items():
        place = errors.setdefault("address", {}) if name in _PARTS else errors
        place[name] = [ErrorDetail(str(each["message"]), code=each["code"] or "invalid") for each in found]
    return errors


def _check_choices(form: CheckoutForm, cart: Cart) -> None:
    """Pages offer what there is, and take the first for what there is not; a program is told."""
    details = form.cleaned_data
    code = details["shipping_method"]
    wish = Wish(details["address"].country_code, code)
    options = quote(cart=cart, wish=wish, now=timezone.now()).options
    if code and options and code not in {option.code for option in options}:
        raise _unknown("shipping_method")
    method = next(each for each in payment_methods() if each.key == details["payment_method"])
    choice = details["payment_choice"]
    if choice and choice not in {each.value for each in method.choices}:
        raise _unknown("payment_choice")


def _unknown(name: str) -> ValidationError:
    return ValidationError({name: ErrorDetail(_("There is no such choice."), code="invalid_choice")})
