"""What the cart would cost as an order, and by which ways it can be sent and paid."""

from typing import Any

from django import forms
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import MONEY, shown
from catalog.api.freshness import private
from catalog.api.queries import check_names, cleaned, parameters
from catalog.api.tiles import MoneySerializer

from ...payments import payment_methods
from ...quotes import DeliveryOption, Quote, Wish, delivery_countries, preset_country, quote
from ..cart import current_cart
from ..holders import HolderView
from .addresses import ChoiceSerializer


class QuoteForm(forms.Form):
    country = forms.CharField(
        required=False, max_length=2, help_text="Where to, by ISO 3166; the shop's own unless given."
    )
    shipping_method = forms.CharField(
        required=False, max_length=40, help_text="Its code; the first one unless given."
    )


class ShippingMethodSerializer(serializers.Serializer[DeliveryOption]):
    code = serializers.CharField()
    name = serializers.CharField()
    min_days = serializers.IntegerField()
    max_days = serializers.IntegerField()
    price = MoneySerializer()


class PaymentMethodSerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField()
    name = serializers.CharField()
    hint = serializers.CharField()
    choices = ChoiceSerializer(many=True, help_text="For `payment_choice`; mostly none.")


class QuoteTotalsSerializer(serializers.Serializer[dict[str, Any]]):
    """goods − discount + shipping = total."""

    goods = MoneySerializer()
    discount = MoneySerializer()
    shipping = MoneySerializer()
    total = MoneySerializer(help_text="Tax included.")
    tax = MoneySerializer()


class QuoteSerializer(serializers.Serializer[dict[str, Any]]):
    country = serializers.CharField()
    shipping_methods = ShippingMethodSerializer(
        many=True, help_text="None where nothing is delivered to that country."
    )
    shipping_method = serializers.CharField(allow_null=True, help_text="The one that is counted.")
    payment_methods = PaymentMethodSerializer(many=True)
    totals = QuoteTotalsSerializer(allow_null=True, help_text="Null without a shipping method.")
    tax_percent = serializers.CharField()
    coupon_problem = serializers.CharField(help_text="Why the cart's coupon does not hold; mostly empty.")
    problems = serializers.ListField(
        child=serializers.CharField(), help_text="Why the cart cannot be bought as it is; mostly none."
    )
    seen = serializers.CharField(
        help_text="Send it with the order: what costs another price then is refused instead of charged."
    )


_EXAMPLE = {
    "country": "DE",
    "shipping_methods": [
        {"code": "standard", "name": "Standard", "min_days": 2, "max_days": 4, "price": MONEY}
    ],
    "shipping_method": "standard",
    "payment_methods": [{"code": "invoice", "name": "Invoice", "hint": "Pay by transfer.", "choices": []}],
    "totals": dict.fromkeys(("goods", "discount", "shipping", "total", "tax"), MONEY),
    "tax_percent": "19",
    "coupon_problem": "",
    "problems": [],
    "seen": "0b0d6c1f5c9c4c57a3a3f3d8f1a7c0de",
}


@private
class QuoteView(HolderView):
    @extend_schema(
        operation_id="cart_quote_retrieve",
        summary="See what the cart costs as an order",
        description="Now, delivered there, with the cart's coupon; and the ways to send and to pay it.",
        tags=["orders"],
        parameters=parameters(QuoteForm),
        responses=QuoteSerializer,
        examples=shown(_EXAMPLE),
    )
    def get(self, request: Request) -> Response:
        check_names(request, QuoteForm)
        asked = cleaned(QuoteForm(request.query_params))
        country = asked["country"] or preset_country(delivery_countries())
        wish = Wish(country, asked["shipping_method"])
        found = quote(cart=current_cart(request), wish=wish, now=timezone.now())
        return Response(QuoteSerializer(_answer(country, found)).data)


def _answer(country: str, found: Quote) -> dict[str, Any]:
    return {
        "country": country,
        "shipping_methods": found.options,
        "shipping_method": found.chosen.code if found.chosen else None,
        "payment_methods": [
            {
                "code": method.key,
                "name": str(method.label),
                "hint": str(method.hint),
                "choices": [{"value": each.value, "label": str(each.label)} for each in method.choices],
            }
            for method in payment_methods()
        ],
        "totals": found.totals,
        "tax_percent": found.tax_text,
        "coupon_problem": found.coupon_problem,
        "problems": found.problems,
        "seen": found.fingerprint,
    }
