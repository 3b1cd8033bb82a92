"""What a guest brings along into an account: cart, wish-list and what was looked at."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from ..models import MAX_QUANTITY, Cart, CartLine, Order, Wish, WishList
from .cart import save_and_lock as save_and_lock_cart
from .viewings import record_viewings
from .wishlist import save_and_lock as save_and_lock_wishlist


@transaction.atomic
def bring_along(
    *,
    customer: AbstractBaseUser,
    cart: UUID | None,
    wishlist: UUID | None,
    viewed: Sequence[int],
    now: datetime,
) -> bool:
    """Merge a guest's things into the customer's, all or none; the guest's tokens open nothing afterwards.

    `viewed` are ids of products, the latest first. A token of nobody, or of a customer, counts as none.
    Returns whether two carts met that both had something.
    """
    carts_met = _merge_cart(customer, cart) if cart else False
    if wishlist:
        _merge_wishlist(customer, wishlist)
    record_viewings(
        customer=customer,
        # What was seen here before this sign-in, in the order in which it was seen.
        viewed={number: now - timedelta(microseconds=age) for age, number in enumerate(viewed)},
    )
    return carts_met


def _merge_cart(customer: AbstractBaseUser, token: UUID) -> bool:
    guest = Cart.objects.select_for_update().filter(token=token, customer=None).first()
    if guest is None:
        return False
    own = Cart(customer_id=customer.pk)
    save_and_lock_cart(own)
    own.refresh_from_db()
    carts_met = own.lines.exists() and guest.lines.exists()
    _merge_lines(own, guest)
    if own.coupon_id is None and guest.coupon_id:
        Cart.objects.filter(pk=own.pk).update(coupon=guest.coupon_id)
    Order.objects.filter(cart=guest).update(cart=own)
    guest.delete()
    return carts_met


def _merge_lines(own: Cart, guest: Cart) -> None:
    mine = {line.variant_id: line for line in own.lines.all()}
    both = list(guest.lines.filter(variant__in=mine).select_related("variant"))
    for line in both:
        held = mine[line.variant_id]
        held.quantity = _together(held.quantity, line.quantity, line.variant.stock)
        held.source = held.source or line.source
    CartLine.objects.bulk_update((mine[line.variant_id] for line in both), ["quantity", "source"])
    guest.lines.exclude(variant__in=mine).update(cart=own)


def _together(mine: int, theirs: int, stock: int) -> int:
    """Both, up to what there is; never less than either, since the cart itself says what is short."""
    return max(mine, theirs, min(mine + theirs, stock, MAX_QUANTITY))


def _merge_wishlist(customer: AbstractBaseUser, token: UUID) -> None:
    guest = WishList.objects.select_for_update().filter(token=token, customer=None).first()
    if guest is None:
        return
    own = WishList(customer_id=customer.pk)
    save_and_lock_wishlist(own)
    # More than a list may hold if need be: nothing is lost, and nothing more can be added.
    wished = Wish.objects.filter(wishlist=own).values("product")
    guest.wishes.exclude(product__in=wished).update(wishlist=own)
    guest.delete()
