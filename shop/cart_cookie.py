"""Which cart a guest has: its token in a signed cookie."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import Cart

COOKIE = "cart"
_SALT = "shop.cart"
_MAX_AGE_SECONDS = 90 * 24 * 60 * 60


def has_cart_cookie(request: HttpRequest) -> bool:
    """Whether a genuine, unexpired cookie came with the request."""
    return _token(request) is not None


def current_cart(request: HttpRequest) -> Cart:
    """The guest's cart. It is not saved yet when nothing was ever put in; a forged cookie counts as none."""
    token = _token(request)
    if token is None:
        return Cart()
    return Cart.objects.filter(token=token).first() or Cart(token=token)


def remember_cart(response: HttpResponse, cart: Cart) -> None:
    """Hand the guest the cart's token, for 90 days from now."""
    response.set_signed_cookie(
        COOKIE,
        str(cart.token),
        salt=_SALT,
        max_age=_MAX_AGE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _token(request: HttpRequest) -> UUID | None:
    value = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=_MAX_AGE_SECONDS)
    return UUID(value) if value else None
