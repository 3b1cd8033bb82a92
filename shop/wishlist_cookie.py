"""Which wish-list a visitor has: a customer's own, or a guest's by its token in a signed cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from .holder import Holder, holder_of
from .models import WishList
from .token_cookie import TokenCookie

_COOKIE = TokenCookie("wishlist")


def wishlist_token(request: HttpRequest) -> UUID | None:
    """The guest's; None without a genuine, unexpired cookie."""
    return _COOKIE.read(request)


def wishlist_holder(request: HttpRequest) -> Holder:
    return holder_of(request, _COOKIE)


def current_wishlist(request: HttpRequest) -> WishList:
    """Not saved yet when nothing was ever saved to it."""
    holder = wishlist_holder(request)
    return WishList.objects.held_by(holder).first() or WishList(**holder.fields)


def remember_wishlist(response: HttpResponse, wishlist: WishList) -> None:
    """Hand a guest the list's token, for 90 days from now. Customers need none."""
    if wishlist.customer_id is None:
        _COOKIE.hand_out(response, wishlist.token)


def forget_wishlist(response: HttpResponse) -> None:
    _COOKIE.take_back(response)
