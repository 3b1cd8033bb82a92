"""A customer's addresses: one of them, if there are any, is used first."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from ..addresses import PostalAddress
from ..models import MAX_ADDRESSES, Address


class TooManyAddresses(Exception):  # noqa: N818 - named for what is the case
    """The customer has MAX_ADDRESSES already. `str()` is a translated sentence."""

    def __str__(self) -> str:
        return _("You can keep %(most)d addresses. Remove one first.") % {"most": MAX_ADDRESSES}


@transaction.atomic
def add_address(*, customer: AbstractBaseUser, postal: PostalAddress, phone: str = "") -> Address:
    """Keep a `postal` that was checked; the first one is used first. Raises TooManyAddresses."""
    _one_at_a_time(customer)
    count = Address.objects.filter(customer_id=customer.pk).count()
    if count >= MAX_ADDRESSES:
        raise TooManyAddresses
    address = Address(customer_id=customer.pk, phone=phone, is_default=not count).take(postal)
    address.save()
    return address


def change_address(*, address: Address, postal: PostalAddress, phone: str = "") -> Address:
    """To a `postal` that was checked. Orders keep what they were sent to."""
    address.phone = phone
    address.take(postal).save()
    return address


@transaction.atomic
def remove_address(*, address: Address) -> None:
    """Another one is used first afterwards, the latest."""
    _one_at_a_time(address.customer)
    address.delete()
    others = Address.objects.filter(customer=address.customer)
    latest = others.first()
    if latest and not others.filter(is_default=True).exists():
        others.filter(pk=latest.pk).update(is_default=True)


@transaction.atomic
def use_first(*, address: Address) -> None:
    _one_at_a_time(address.customer)
    Address.objects.filter(customer=address.customer, is_default=True).update(is_default=False)
    Address.objects.filter(pk=address.pk).update(is_default=True)


def _one_at_a_time(customer: AbstractBaseUser) -> None:
    # Held to the end of the transaction, so that the count and the one that is first stay true.
    get_user_model().objects.select_for_update().filter(pk=customer.pk).first()
