from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..cart_cookie import current_cart, has_cart_cookie, remember_cart
from ..forms import ChangeForm, safe_next
from ..selectors.cart import UndoOffer, cart_contents, items_in_cart, undo_offer
from ..services.cart import CartError


@never_cache
@require_safe
def cart(request: HttpRequest) -> HttpResponse:
    return cart_page(request)


@never_cache
@require_safe
def cart_badge(request: HttpRequest) -> HttpResponse:
    cart = current_cart(request)
    response = render(request, "shop/cart_badge.html", {"items": items_in_cart(cart=cart)})
    if not has_cart_cookie(request):
        # Before the first add, so that two quick ones land in one cart.
        remember_cart(response, cart)
    return response


def cart_page(request: HttpRequest, error: CartError | None = None) -> HttpResponse:
    """The whole cart, with the reason why a change was refused, if one was."""
    cart = current_cart(request)
    context = {
        "contents": cart_contents(cart=cart),
        "undo": _undo_offer(request),
        "error": error,
        "back": safe_next(request.POST.get("next", ""), reverse("shop:home")),
    }
    return render(request, "shop/cart.html", context, status=422 if error else 200)


def _undo_offer(request: HttpRequest) -> UndoOffer | None:
    form = ChangeForm({"sku": request.GET.get("removed"), "quantity": request.GET.get("quantity")})
    return undo_offer(cart=current_cart(request), **form.cleaned_data) if form.is_valid() else None
