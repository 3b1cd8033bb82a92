"""Orders that were placed without signing in, and become the customer's whose address they have."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Order, OrderEvent
from .orders import SHOPPER


def has_confirmed(customer: AbstractBaseUser, email: str) -> bool:
    """Whether a link that was sent to `email` has shown it to be the customer's."""
    confirmed = EmailAddress.objects.filter(user_id=customer.pk, email__iexact=email, verified=True)
    return bool(confirmed.exists())


@transaction.atomic
def take_over_orders(*, customer: AbstractBaseUser, email: str, number: str = "") -> int:
    """Make guests' orders with this address the customer's: all, or the one with `number`. How many.

    None unless the customer has confirmed the address. Orders of other customers stay theirs.
    """
    if not has_confirmed(customer, email):
        return 0
    orders = Order.objects.filter(customer=None, email__iexact=email)
    orders = orders.filter(number=number) if number else orders
    taken = list(orders.select_for_update().order_by("pk"))
    for order in taken:
        order.customer_id = customer.pk
    Order.objects.bulk_update(taken, ["customer"])
    OrderEvent.objects.bulk_create(
        OrderEvent(
            order=order,
            from_state=order.state,
            to_state=order.state,
            actor=SHOPPER,
            note=_("Placed as a guest, taken into the account."),
        )
        for order in taken
    )
    return len(taken)
