"""Tiles of the products that a shopper looked at."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser

from catalog.cards import ProductCard, product_cards
from catalog.models import Product

from ..models import Viewing


def products_viewed_by(*, customer: AbstractBaseUser) -> list[int]:
    """Their ids, the latest first."""
    return list(Viewing.objects.filter(customer_id=customer.pk).values_list("product_id", flat=True))


def recently_viewed_cards(*, product_ids: Sequence[int]) -> list[ProductCard]:
    """In the order of `product_ids`, without those not sold; in two queries, in none without ids."""
    if not product_ids:
        return []
    products = Product.objects.published().with_card_data().in_bulk(list(product_ids))
    return product_cards(products[number] for number in product_ids if number in products)
