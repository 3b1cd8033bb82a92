"""Tiles of the products that a shopper looked at."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser

from catalog.cards import ProductCard, product_cards

from ..models import Viewing


def products_viewed_by(*, customer: AbstractBaseUser) -> list[int]:
    """Their ids, the latest first."""
    return list(Viewing.objects.filter(customer_id=customer.pk).values_list("product_id", flat=True))


def recently_viewed_cards(*, product_ids: Sequence[int]) -> list[ProductCard]:
    """In the order of `product_ids`, without those not sold; in one query, in none without ids."""
    return product_cards(product_ids) if product_ids else []
