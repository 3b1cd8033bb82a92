from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..cart_cookie import cart_holder, current_cart, remember_cart
from ..forms import ChangeForm, safe_next
from ..htmx import HtmxRequest, wants_fragment
from ..models import Cart
from ..selectors.cart import UndoOffer, cart_contents, items_in_cart, undo_offer
from ..selectors.cart_coupon import cart_coupon
from ..selectors.orders import order_to_pay
from ..services.cart import CartError

DRAWER = "cart-drawer-body"
"""The element that the drawer's contents are swapped into."""


@never_cache
@require_safe
def cart(request: HttpRequest) -> HttpResponse:
    return cart_page(request)


@never_cache
@require_safe
def cart_drawer(request: HtmxRequest) -> HttpResponse:
    """What the drawer shows; the cart page when it is opened by itself."""
    if not wants_fragment(request):
        return redirect("shop:cart")
    return cart_part(request, current_cart(request), added=request.GET.get("added", ""))


@never_cache
@require_safe
def cart_badge(request: HttpRequest) -> HttpResponse:
    cart = current_cart(request)
    response = render(request, "shop/cart_badge.html", {"items": items_in_cart(cart=cart)})
    if not cart_holder(request).is_known:
        # Before the first add, so that two quick ones land in one cart.
        remember_cart(response, cart)
    return response


def cart_page(request: HttpRequest, error: CartError | None = None, coupon_problem: str = "") -> HttpResponse:
    """The whole cart, with the reason why a change or a code was refused, if one was."""
    cart = current_cart(request)
    context = _context(cart, error=error, undo=_undo_offer(request, cart), coupon_problem=coupon_problem)
    context["back"] = safe_next(request.POST.get("next", ""), reverse("shop:home"))
    return render(request, "shop/cart.html", context, status=422 if error or coupon_problem else 200)


def cart_part(request: HtmxRequest, cart: Cart, **context: Any) -> HttpResponse:
    """The cart as the drawer or the page shows it, for whichever asked; `context` is what was just done."""
    template = "cart_drawer.html" if request.htmx.target == DRAWER else "cart_body.html"
    refused = bool(context.get("error") or context.get("coupon_problem"))
    response = render(request, f"shop/{template}", _context(cart, **context), status=422 if refused else 200)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _context(cart: Cart, *, added: str = "", **context: Any) -> dict[str, Any]:
    contents = cart_contents(cart=cart)
    line = next((line for line in contents.lines if line.sku == added), None)
    said = _("Added: %(name)s.") % {"name": line.name} if line else ""
    coupon = cart_coupon(cart=cart, now=timezone.now())
    facts: dict[str, Any] = {"contents": contents, "coupon": coupon, "said": said, "added": bool(line)}
    if not contents.lines:
        facts["to_pay"] = order_to_pay(cart=cart)
    return {"error": None, "undo": None, "coupon_problem": "", **facts, **context}


def _undo_offer(request: HttpRequest, cart: Cart) -> UndoOffer | None:
    form = ChangeForm({"sku": request.GET.get("removed"), "quantity": request.GET.get("quantity")})
    return undo_offer(cart=cart, **form.cleaned_data) if form.is_valid() else None
