"""Which cart a visitor has: a customer's own, or a guest's by its token in a signed cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from .holder import Holder, holder_of
from .models import Cart
from .token_cookie import TokenCookie

COOKIE = "cart"
_COOKIE = TokenCookie(COOKIE)


def cart_token(request: HttpRequest) -> UUID | None:
    """The guest's; None without a genuine, unexpired cookie."""
    return _COOKIE.read(request)


def cart_holder(request: HttpRequest) -> Holder:
    return holder_of(request, _COOKIE)


def current_cart(request: HttpRequest) -> Cart:
    """Not saved yet when nothing was ever put in; a forged cookie counts as none."""
    holder = cart_holder(request)
    return Cart.objects.held_by(holder).first() or Cart(**holder.fields)


def remember_cart(response: HttpResponse, cart: Cart) -> None:
    """Hand a guest the cart's token, for 90 days from now. Customers need none."""
    if cart.customer_id is None:
        _COOKIE.hand_out(response, cart.token)


def forget_cart(response: HttpResponse) -> None:
    _COOKIE.take_back(response)
