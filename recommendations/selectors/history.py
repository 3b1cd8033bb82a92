"""What a shopper did with products, as far as it is kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from shop.holder import Holder
from shop.models import CartLine, OrderLine, OrderState, Viewing, Wish

from ..models import Interaction, InteractionKind
from ..tastes import Deed, Did

LATEST = 200
"""Of each kind of record."""
_DID = {
    InteractionKind.SHOWN: Did.SEEN,
    InteractionKind.CLICKED: Did.CLICKED,
    InteractionKind.ADDED: Did.ADDED,
    InteractionKind.BOUGHT: Did.BOUGHT,
}
_UNDONE = (OrderState.CANCELLED, OrderState.REFUNDED)


@dataclass(frozen=True)
class Visitor:
    """Whoever asks: a customer, or a guest by what the browser holds. `viewed` is a guest's, latest first.

    `shopper` is None for one whom nothing but address and browser tells from others, who may share them.
    """

    shopper: UUID | None
    user: AbstractBaseUser | AnonymousUser
    cart: Holder
    wishlist: Holder
    viewed: Sequence[int] = ()


def history_of(visitor: Visitor, *, now: datetime) -> list[Deed]:
    """In a constant number of queries."""
    done = [
        *_of_lists(visitor.shopper),
        *_of_carts(visitor.cart),
        *_of_wishes(visitor.wishlist),
        *_of_views(visitor, now),
        *_of_orders(visitor.user),
    ]
    return [Deed(pk, did, (now - at).total_seconds() / 86_400) for pk, did, at in done]


_Done = tuple[int, Did, datetime]


def _of_lists(shopper: UUID | None) -> Iterator[_Done]:
    if shopper is None:
        return
    rows = Interaction.objects.filter(shopper=shopper).order_by("-at", "-pk")
    for pk, kind, at in rows.values_list("product_id", "kind", "at")[:LATEST]:
        yield pk, _DID[InteractionKind(kind)], at


def _of_carts(holder: Holder) -> Iterable[_Done]:
    if not holder.is_known:
        return ()
    lines = CartLine.objects.filter(**_held("cart", holder)).order_by("-added_at")
    return ((pk, Did.ADDED, at) for pk, at in lines.values_list("variant__product_id", "added_at")[:LATEST])


def _of_wishes(holder: Holder) -> Iterable[_Done]:
    if not holder.is_known:
        return ()
    wishes = Wish.objects.filter(**_held("wishlist", holder)).order_by("-added_at")
    return ((pk, Did.WISHED, at) for pk, at in wishes.values_list("product_id", "added_at")[:LATEST])


def _of_views(visitor: Visitor, now: datetime) -> Iterable[_Done]:
    if not visitor.user.is_authenticated:
        return ((pk, Did.CLICKED, now) for pk in visitor.viewed)
    views = Viewing.objects.filter(customer_id=visitor.user.pk)
    return ((pk, Did.CLICKED, at) for pk, at in views.values_list("product_id", "viewed_at"))


def _of_orders(user: AbstractBaseUser | AnonymousUser) -> Iterable[_Done]:
    if not user.is_authenticated:
        return ()
    lines = OrderLine.objects.filter(order__customer_id=user.pk, variant__isnull=False)
    lines = lines.exclude(order__state__in=_UNDONE).order_by("-order__placed_at", "-pk")
    rows = lines.values_list("variant__product_id", "order__placed_at")[:LATEST]
    return ((pk, Did.BOUGHT, at) for pk, at in rows)


def _held(name: str, holder: Holder) -> dict[str, object]:
    if holder.customer_id is not None:
        return {f"{name}__customer_id": holder.customer_id}
    return {f"{name}__token": holder.token, f"{name}__customer": None}
