"""Which wish-list a guest has: its token in a signed cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from .models import WishList
from .token_cookie import TokenCookie

_COOKIE = TokenCookie("wishlist")


def wishlist_token(request: HttpRequest) -> UUID | None:
    """None without a genuine, unexpired cookie."""
    return _COOKIE.read(request)


def current_wishlist(request: HttpRequest) -> WishList:
    """The guest's wish-list. It is not saved yet when nothing was ever saved to it."""
    token = wishlist_token(request)
    if token is None:
        return WishList()
    return WishList.objects.filter(token=token).first() or WishList(token=token)


def remember_wishlist(response: HttpResponse, wishlist: WishList) -> None:
    """Hand the guest the list's token, for 90 days from now."""
    _COOKIE.hand_out(response, wishlist.token)
