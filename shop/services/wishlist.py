"""Saving a product to a wish-list, and taking it off."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Product

from ..models import MAX_WISHES, Wish, WishList


class WishError(Exception):
    """A change that was refused; the list is as it was. `str()` is a translated sentence for the shopper."""


class UnknownProduct(WishError):  # noqa: N818 - named for what is the case
    """There is no such product, or it is not sold any more."""

    def __str__(self) -> str:
        return _("This product is not sold any more.")


class WishListFull(WishError):  # noqa: N818
    """The list has MAX_WISHES already."""

    def __str__(self) -> str:
        return _("Your wish-list is full: it holds %(most)d. Take something off it first.") % {
            "most": MAX_WISHES
        }


@transaction.atomic
def save_wish(*, wishlist: WishList, product_id: int) -> Product:
    """Put a product on the list, once, and save the list if it is new.

    Raises UnknownProduct and WishListFull.
    """
    product = Product.objects.published().filter(pk=product_id).first()
    if product is None:
        raise UnknownProduct
    save_and_lock(wishlist)
    others = Wish.objects.filter(wishlist=wishlist).exclude(product=product)
    if others.count() >= MAX_WISHES:
        raise WishListFull
    Wish.objects.get_or_create(wishlist=wishlist, product=product)
    return product


def remove_wish(*, wishlist: WishList, product_id: int) -> Product:
    """Take a product off the list, where it may be no more. Raises UnknownProduct where there is no such."""
    product = Product.objects.filter(pk=product_id).first()
    if product is None:
        raise UnknownProduct
    if wishlist.pk is not None:
        Wish.objects.filter(wishlist=wishlist, product=product).delete()
    return product


def save_and_lock(wishlist: WishList) -> None:
    """Make the row, or touch it, and hold its lock to the end of the transaction.

    A guest has one list a token, a customer one in all.
    """
    owner = "token" if wishlist.customer_id is None else "customer"
    WishList.objects.bulk_create(
        [wishlist], update_conflicts=True, unique_fields=[owner], update_fields=["updated_at"]
    )
