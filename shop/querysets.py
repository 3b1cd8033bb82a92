"""Filters of the shop's rows."""

from typing import Self, TypeVar

from django.db.models import Model, QuerySet

from .holder import Holder

M = TypeVar("M", bound=Model)


class HeldQuerySet(QuerySet[M]):
    """Of carts and wish-lists, which have a token and perhaps a customer."""

    def held_by(self, holder: Holder) -> Self:
        """A customer's is found by the customer alone: its token opens nothing."""
        if holder.customer_id is not None:
            return self.filter(customer=holder.customer_id)
        return self.filter(token=holder.token, customer=None) if holder.token else self.none()
