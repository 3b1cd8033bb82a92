"""All that the shop keeps of one customer, as a file that people and programs can read."""

from dataclasses import asdict
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.db.models import F

from catalog.money import Money

from ..models import Address, CartLine, Order, RestockNotice, Viewing, Wish
from ..signals import personal_data_asked


def personal_data(*, customer: User) -> dict[str, Any]:
    """Ready for JSON; with what other apps keep. In twelve queries for any number of rows."""
    elsewhere: list[tuple[Any, Any]] = personal_data_asked.send(sender=User, customer_id=customer.pk)
    return {
        "account": {
            "email": customer.email,
            "name": customer.get_full_name(),
            "opened": customer.date_joined.isoformat(),
            "last signed in": customer.last_login.isoformat() if customer.last_login else None,
            "email addresses": list(
                EmailAddress.objects.filter(user=customer).values("email", "verified", "primary")
            ),
        },
        "addresses": [_address(address) for address in Address.objects.filter(customer=customer)],
        "cart": list(
            CartLine.objects.filter(cart__customer=customer).values(
                "quantity", sku=F("variant__sku"), product=F("variant__product__title")
            )
        ),
        "wish-list": _titles(Wish.objects.filter(wishlist__customer=customer).values_list("product__title")),
        "recently viewed": _titles(Viewing.objects.filter(customer=customer).values_list("product__title")),
        "told when back": list(
            RestockNotice.objects.filter(customer=customer).values(
                sku=F("variant__sku"), product=F("variant__product__title")
            )
        ),
        "orders": [
            _order(order) for order in Order.objects.filter(customer=customer).prefetch_related("lines")
        ],
        **{heading: rows for _app, kept in elsewhere for heading, rows in kept.items()},
    }


def _titles(rows: Any) -> list[str]:
    return [title for (title,) in rows]


def _address(address: Address) -> dict[str, Any]:
    return asdict(address.postal) | {"phone": address.phone, "used first": address.is_default}


def _order(order: Order) -> dict[str, Any]:
    return {
        "number": order.number,
        "placed": order.placed_at.isoformat(),
        "state": order.state,
        "email": order.email,
        "phone": order.phone,
        "address": asdict(order.address),
        "total": _money(order.total),
        "lines": [
            {
                "sku": line.sku,
                "title": line.title,
                "quantity": line.quantity,
                "price": _money(Money(line.price_minor, order.currency)),
            }
            for line in order.lines.all()
        ],
    }


def _money(money: Money) -> dict[str, str]:
    return {"amount": str(money.amount), "currency": money.currency}
