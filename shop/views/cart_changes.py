import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ..cart_cookie import current_cart, remember_cart
from ..forms import AddForm, ChangeForm, LineForm, safe_next
from ..holder import Holder
from ..htmx import HtmxRequest, SeeOther
from ..models import Cart, CartLine
from ..selectors.cart import UndoOffer, items_in_cart
from ..selectors.marks import products_in_cart
from ..services.cart import CartError, add_to_cart, change_quantity, remove_line
from .cart_page import DRAWER, cart_page, cart_part

_PARTS = {DRAWER, "cart"}


class InvalidForm(CartError):  # noqa: N818 - as its siblings
    """What was sent is not a SKU and a whole number."""


CartView = Callable[[HtmxRequest], HttpResponse]


def shows_refusals(view: CartView) -> CartView:
    """A refused change answers with the cart as it is and the reason; htmx gets the reason alone."""

    @wraps(view)
    def wrapped(request: HtmxRequest) -> HttpResponse:
        try:
            return view(request)
        except CartError as error:
            if _shows_cart(request):
                return cart_part(request, current_cart(request), error=error)
            if request.htmx:
                return render(request, "shop/refused.html", {"error": error}, status=422)
            return cart_page(request, error)

    return wrapped


@require_POST
@shows_refusals
def cart_add(request: HtmxRequest) -> HttpResponse:
    sent = _cleaned(AddForm(request.POST))
    wanted = {name: sent[name] for name in ("sku", "quantity", "source")}
    line = add_to_cart(cart=current_cart(request), **wanted)
    response = _added(request, line, safe_next(sent["next"], reverse("shop:cart")))
    remember_cart(response, line.cart)
    return response


@require_POST
@shows_refusals
def cart_change(request: HtmxRequest) -> HttpResponse:
    line = change_quantity(cart=current_cart(request), **_cleaned(ChangeForm(request.POST)))
    facts = {"name": line.variant.full_name, "quantity": line.quantity}
    said = _("Changed: %(quantity)d of %(name)s.") % facts
    if _shows_cart(request):
        return _tells(cart_part(request, line.cart, said=said), line)
    messages.success(request, said)
    return SeeOther(reverse("shop:cart"))


@require_POST
@shows_refusals
def cart_remove(request: HtmxRequest) -> HttpResponse:
    line = remove_line(cart=current_cart(request), **_cleaned(LineForm(request.POST)))
    if _shows_cart(request):
        offer = UndoOffer(line.variant.sku, line.variant.full_name, line.quantity)
        return _tells(cart_part(request, line.cart, undo=offer), line)
    undo = urlencode([("removed", line.variant.sku), ("quantity", str(line.quantity))])
    return SeeOther(f"{reverse('shop:cart')}?{undo}")


def _cleaned(form: Form) -> dict[str, Any]:
    if not form.is_valid():
        raise InvalidForm(next(iter(form.errors.values()))[0])
    return form.cleaned_data


def _shows_cart(request: HtmxRequest) -> bool:
    return bool(request.htmx) and request.htmx.target in _PARTS


def _added(request: HtmxRequest, line: CartLine, next_path: str) -> HttpResponse:
    message = _("Added: %(name)s. %(count)s") % {
        "name": line.variant.full_name,
        "count": _count(line.cart),
    }
    if _shows_cart(request):
        return _tells(cart_part(request, line.cart, said=message), line)
    if not request.htmx:
        messages.success(request, message)
        return SeeOther(next_path)
    return _tells(render(request, "shop/added.html", {"message": message}), line)


def _count(cart: Cart) -> str:
    items = items_in_cart(cart=cart)
    return ngettext("%(items)d item in cart.", "%(items)d items in cart.", items) % {"items": items}


def _tells(response: HttpResponse, line: CartLine) -> HttpResponse:
    """Tell the badge, and the tiles of the product, what is in the cart now.

    After the swap, when htmx tells the whole page: the form that asked may have been replaced meanwhile.
    """
    product_id = line.variant.product_id
    held = Holder(customer_id=line.cart.customer_id, token=line.cart.token)
    count = products_in_cart(holder=held).get(product_id, 0)
    mark = _("In cart (%(count)d)") % {"count": count} if count else ""
    response["HX-Trigger-After-Swap"] = json.dumps(
        {"cart-changed": {"product": product_id, "sku": line.variant.sku, "mark": mark}}
    )
    return response
