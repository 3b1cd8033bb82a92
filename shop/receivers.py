"""Who signs in brings along what the browser has: only what its signed cookies show, or an app's token.

Guests' orders come along where the link in a mail to their address was opened *and* somebody signs in: who
opens an account with another's address and has its owner confirm it does not see what the owner ordered.
"""

from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, user_logged_in
from allauth.core.internal.httpkit import is_headless_request
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .cart_cookie import cart_token, forget_cart
from .guest_tokens import HEADER, key_of
from .recently_viewed_cookie import forget_viewed, viewed_products
from .services.guest_orders import take_over_orders
from .services.sign_in import bring_along
from .wishlist_cookie import forget_wishlist, wishlist_token

_CONFIRMED_HERE: Final = "shop_email_confirmed_here"


def connect() -> None:
    email_confirmed.connect(note_confirmed_address, dispatch_uid="shop.note_confirmed_address")
    user_logged_in.connect(bring_guests_orders_along, dispatch_uid="shop.bring_guests_orders_along")
    user_logged_in.connect(bring_guests_things_along, dispatch_uid="shop.bring_guests_things_along")


def bring_guests_things_along(
    *, request: HttpRequest, response: HttpResponse, user: AbstractBaseUser, **kwargs: Any
) -> None:
    if is_headless_request(request):
        key = key_of(request.headers.get(HEADER, ""))
        bring_along(customer=user, cart=key, wishlist=key, viewed=(), now=timezone.now())
    else:
        _bring_along_by_cookies(request, response, user)


def _bring_along_by_cookies(request: HttpRequest, response: HttpResponse, user: AbstractBaseUser) -> None:
    carts_met = bring_along(
        customer=user,
        cart=cart_token(request),
        wishlist=wishlist_token(request),
        viewed=viewed_products(request),
        now=timezone.now(),
    )
    if carts_met:
        messages.info(request, _("What you put into the cart here was added to the cart of your account."))
    for forget in (forget_cart, forget_wishlist, forget_viewed):
        forget(response)


def note_confirmed_address(*, request: HttpRequest, email_address: EmailAddress, **kwargs: Any) -> None:
    """In the session, for the sign-in that follows; at once where its customer is signed in already."""
    if request.user.is_authenticated and request.user.pk == email_address.user_id:
        _take_over(request, request.user, email_address.email)
    else:
        request.session[_CONFIRMED_HERE] = email_address.email


def bring_guests_orders_along(*, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    email = request.session.pop(_CONFIRMED_HERE, "")
    # A code needs no password, and the password may be that of whoever opened the account.
    by_code = any(record["method"] == "code" for record in get_authentication_records(request, user))
    if email and not by_code:
        _take_over(request, user, email)


def _take_over(request: HttpRequest, customer: AbstractBaseUser, email: str) -> None:
    taken = take_over_orders(customer=customer, email=email)
    if taken and not is_headless_request(request):
        said = ngettext(
            "The order that you placed without an account is among yours now.",
            "The %(count)d orders that you placed without an account are among yours now.",
            taken,
        )
        messages.info(request, said % {"count": taken})
