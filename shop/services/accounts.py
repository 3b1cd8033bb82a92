"""What customers do with their accounts as a whole."""

from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from ..models import CouponUse, Order, OrderState
from .restock import call_off

_UNDER_WAY: Final = (OrderState.PLACED, OrderState.PAID, OrderState.PACKED, OrderState.SHIPPED)
_OF_THE_PERSON: Final = (
    "email",
    "phone",
    "name",
    "company_name",
    "street_address",
    "street_address_2",
    "city_area",
    "city",
    "country_area",
    "postal_code",
)


class AccountError(Exception):
    """A change of an account that was refused; it is as it was. `str()` is a translated sentence."""


class OrdersUnderWay(AccountError):  # noqa: N818 - named for what is the case
    """An order still needs to know where it goes."""

    def __str__(self) -> str:
        return _("An order of yours is still under way. The account can be deleted once it has arrived.")


class StaffAccount(AccountError):  # noqa: N818
    """Who keeps the shop is not deleted by a press of a button."""

    def __str__(self) -> str:
        return _("This account keeps the shop: it is deleted in the administration.")


def rename_customer(*, customer: User, name: str) -> None:
    """The whole name is one field: not everybody has a first and a last one."""
    customer.first_name, customer.last_name = name, ""
    customer.save(update_fields=["first_name", "last_name"])


@transaction.atomic
def delete_account(*, customer: User) -> None:
    """Delete the customer and all that is kept of them; orders stay, for the books, without the person.

    Raises StaffAccount and OrdersUnderWay.
    """
    if customer.is_staff:
        raise StaffAccount
    User.objects.select_for_update().filter(pk=customer.pk).first()
    orders = Order.objects.select_for_update().filter(customer=customer)
    if orders.filter(state__in=_UNDER_WAY).exists():
        raise OrdersUnderWay
    CouponUse.objects.filter(order__in=orders).update(email="")
    orders.update(**dict.fromkeys(_OF_THE_PERSON, ""))
    call_off(email=customer.email)
    customer.delete()
