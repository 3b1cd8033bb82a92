"""Which cart a guest has: its token in a signed cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from .models import Cart
from .token_cookie import TokenCookie

COOKIE = "cart"
_COOKIE = TokenCookie(COOKIE)


def cart_token(request: HttpRequest) -> UUID | None:
    """None without a genuine, unexpired cookie."""
    return _COOKIE.read(request)


def has_cart_cookie(request: HttpRequest) -> bool:
    """Whether a genuine, unexpired cookie came with the request."""
    return cart_token(request) is not None


def current_cart(request: HttpRequest) -> Cart:
    """The guest's cart. It is not saved yet when nothing was ever put in; a forged cookie counts as none."""
    token = cart_token(request)
    if token is None:
        return Cart()
    return Cart.objects.filter(token=token).first() or Cart(token=token)


def remember_cart(response: HttpResponse, cart: Cart) -> None:
    """Hand the guest the cart's token, for 90 days from now."""
    _COOKIE.hand_out(response, cart.token)
