"""What customers looked at: the latest few, and no more."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from catalog.models import Product

from ..models import MAX_VIEWINGS, Viewing


@transaction.atomic
def record_viewings(*, customer: AbstractBaseUser, viewed: Mapping[int, datetime]) -> None:
    """Keep when each product, by id, was last looked at, and of all of them the latest MAX_VIEWINGS.

    Ids of no product are left out.
    """
    known = Product.objects.filter(pk__in=list(viewed)).order_by("pk").values_list("pk", flat=True)
    Viewing.objects.bulk_create(
        [Viewing(customer_id=customer.pk, product_id=number, viewed_at=viewed[number]) for number in known],
        update_conflicts=True,
        unique_fields=["customer", "product"],
        update_fields=["viewed_at"],
    )
    all_of_them = Viewing.objects.filter(customer_id=customer.pk)
    all_of_them.exclude(pk__in=all_of_them.values("pk")[:MAX_VIEWINGS]).delete()


def forget_viewings(*, customer: AbstractBaseUser) -> None:
    Viewing.objects.filter(customer_id=customer.pk).delete()
