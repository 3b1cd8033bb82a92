"""The shapes of orders."""

from typing import Any

from rest_framework import serializers

from catalog.api.examples import MONEY
from catalog.api.tiles import AbsoluteUrlField, MoneySerializer

from ...models import Order, OrderEvent, OrderLine, OrderState, Payment, PaymentState
from ...selectors.orders import OrderPage
from .addresses import ADDRESS, PostalAddressSerializer

ORDER_STATES = OrderState.values
"""By a name that the schema's settings can say."""


class OrderLineSerializer(serializers.Serializer[OrderLine]):
    sku = serializers.CharField()
    title = serializers.CharField(help_text="As it was called when it was bought.")
    quantity = serializers.IntegerField()
    price = MoneySerializer()
    total = MoneySerializer()


class PaymentSerializer(serializers.Serializer[Payment]):
    method = serializers.CharField()
    state = serializers.ChoiceField(choices=PaymentState.values)
    message = serializers.CharField(help_text="What the provider said, for the shopper; mostly empty.")


class OrderEventSerializer(serializers.Serializer[OrderEvent]):
    state = serializers.ChoiceField(source="to_state", choices=ORDER_STATES)
    at = serializers.DateTimeField()


class OrderSummarySerializer(serializers.Serializer[Order]):
    number = serializers.CharField()
    state = serializers.ChoiceField(choices=ORDER_STATES)
    placed_at = serializers.DateTimeField()
    total = MoneySerializer()
    lines = OrderLineSerializer(source="lines.all", many=True)


class OrdersSerializer(serializers.Serializer[dict[str, Any]]):
    results = OrderSummarySerializer(many=True, help_text="The latest first.")
    next = serializers.URLField(allow_null=True, help_text="What follows; null at the end.")


class OrderSerializer(serializers.Serializer[OrderPage]):
    number = serializers.CharField(source="order.number")
    token = serializers.CharField(
        source="order.token", help_text="For the header `Order-Token`: opens this order without an account."
    )
    url = AbsoluteUrlField(
        source="order.get_absolute_url", help_text="The order's page, for whoever has the link."
    )
    state = serializers.ChoiceField(source="order.state", choices=ORDER_STATES)
    placed_at = serializers.DateTimeField(source="order.placed_at")
    email = serializers.CharField(source="order.email")
    phone = serializers.CharField(source="order.phone")
    address = PostalAddressSerializer(source="order.address")
    lines = OrderLineSerializer(many=True)
    goods = MoneySerializer(source="order.goods")
    discount = MoneySerializer(source="order.discount")
    shipping = MoneySerializer(source="order.shipping")
    total = MoneySerializer(source="order.total", help_text="Tax included.")
    tax = MoneySerializer(source="order.tax")
    tax_percent = serializers.CharField(source="order.tax_percent_text")
    shipping_method = serializers.CharField(source="order.shipping_name", help_text="Its name.")
    min_days = serializers.IntegerField(source="order.min_days")
    max_days = serializers.IntegerField(source="order.max_days")
    carrier = serializers.CharField(source="order.carrier", help_text="Empty until it is sent.")
    tracking_number = serializers.CharField(source="order.tracking_number")
    payment = PaymentSerializer()
    events = OrderEventSerializer(many=True, help_text="The changes of state, the oldest first.")


_LINE = {
    "sku": "SHIRT-BLUE-M",
    "title": "Linen shirt, Blue, M",
    "quantity": 1,
    "price": MONEY,
    "total": MONEY,
}
_NOTHING = {"amount": "0.00", "minor": 0, "currency": "EUR", "text": "€0.00"}
_PLACED_AT = "2026-03-01T09:30:00Z"
SUMMARY = {
    "number": "4K7PX2M9QA",
    "state": "placed",
    "placed_at": _PLACED_AT,
    "total": MONEY,
    "lines": [_LINE],
}
ORDER = {
    **SUMMARY,
    "token": "8dWk0r9iZQ5m1s7uT2xYb3cVfLhNpRtG",
    "url": "https://shop.example/orders/4K7PX2M9QA/8dWk0r9iZQ5m1s7uT2xYb3cVfLhNpRtG/",
    "email": "ada@example.com",
    "phone": "",
    "address": ADDRESS,
    "goods": MONEY,
    "discount": _NOTHING,
    "shipping": _NOTHING,
    "tax": {"amount": "3.19", "minor": 319, "currency": "EUR", "text": "€3.19"},
    "tax_percent": "19",
    "shipping_method": "Standard",
    "min_days": 2,
    "max_days": 4,
    "carrier": "",
    "tracking_number": "",
    "payment": {"method": "invoice", "state": "pending", "message": ""},
    "events": [{"state": "placed", "at": _PLACED_AT}],
}
