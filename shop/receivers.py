"""Who signs in brings along what the browser has: only what its signed cookies show, or an app's token."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.core.internal.httpkit import is_headless_request
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from .cart_cookie import cart_token, forget_cart
from .guest_tokens import HEADER, key_of
from .recently_viewed_cookie import forget_viewed, viewed_products
from .services.sign_in import bring_along
from .wishlist_cookie import forget_wishlist, wishlist_token


def connect() -> None:
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
