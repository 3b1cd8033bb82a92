"""Orders that were placed some time ago."""

from dataclasses import asdict

from django.contrib.auth.models import User
from django.utils import timezone

from catalog.models import Variant
from shop.addresses import PostalAddress
from shop.models import Order, OrderLine, OrderState

ADDRESS = PostalAddress("DE", name="Ada", street_address="Weg 1", city="Berlin", postal_code="10115")


def make_order(
    customer: User | None, *variants: Variant, quantity: int = 1, state: OrderState = OrderState.DELIVERED
) -> Order:
    goods = sum(variant.price_minor for variant in variants) * quantity
    order = Order.objects.create(
        customer=customer,
        state=state,
        placed_at=timezone.now(),
        email=customer.email if customer else "guest@example.com",
        language="en",
        **asdict(ADDRESS),
        currency="EUR",
        goods_minor=goods,
        shipping_minor=0,
        total_minor=goods,
        tax_minor=0,
        tax_percent=0,
        shipping_name="Parcel",
        min_days=1,
        max_days=2,
        payment_method="invoice",
    )
    for variant in variants:
        OrderLine.objects.create(
            order=order,
            variant=variant,
            sku=variant.sku,
            title=variant.product.title,
            quantity=quantity,
            price_minor=variant.price_minor,
        )
    return order
