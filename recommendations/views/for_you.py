from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from shop.cart_cookie import cart_holder
from shop.recently_viewed_cookie import forget_viewed, read_ids, viewed_products
from shop.services.viewings import forget_viewings
from shop.wishlist_cookie import wishlist_holder

from ..counting import count_shown
from ..places import Place
from ..presenters.for_you import for_you_page, for_you_row
from ..selectors.history import Visitor
from ..services.interactions import forget_shopper
from ..shoppers import holder_key
from .photo_pages import is_fragment


@never_cache
@require_safe
def for_you(request: HttpRequest) -> HttpResponse:
    """The row for whoever asks, `without` what stands around it, or a page with what it was made from."""
    row, visitor = is_fragment(request), _visitor(request)
    without = read_ids(request.GET.get("without", ""))
    found = for_you_row(visitor, without=without) if row else for_you_page(visitor)
    template = "for_you_row.html" if row else "for_you.html"
    response = render(request, f"recommendations/{template}", {"row": found})
    if found.cards and not (row and found.is_too_few):
        count_shown(request, Place.FOR_YOU, found.cards)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


@require_POST
def for_you_clear(request: HttpRequest) -> HttpResponse:
    """Forgets what was looked at and counted; cart, wish-list and orders are the shopper's own and stay."""
    cart = cart_holder(request)
    if cart.is_known:
        forget_shopper(shopper=holder_key(cart))
    response = redirect("recommendations:for_you")
    forget_viewed(response)
    if request.user.is_authenticated:
        forget_viewings(customer=request.user)
    messages.success(request, _("Your history is forgotten."))
    return response


def _visitor(request: HttpRequest) -> Visitor:
    cart = cart_holder(request)
    return Visitor(
        shopper=holder_key(cart) if cart.is_known else None,
        user=request.user,
        cart=cart,
        wishlist=wishlist_holder(request),
        viewed=viewed_products(request),
    )
