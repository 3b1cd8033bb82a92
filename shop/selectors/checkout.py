"""What the checkout knows already of who is signed in."""

from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from ..models import Address


def known_details(*, customer: AbstractBaseUser | AnonymousUser) -> dict[str, Any]:
    """The email and the first address, by the names of the form's fields; empty for a guest."""
    if not customer.is_authenticated:
        return {}
    details: dict[str, Any] = {"email": getattr(customer, "email", "")}
    address = Address.objects.filter(customer=customer.pk).first()
    if address:
        details |= asdict(address.postal) | {"phone": address.phone}
    return details
