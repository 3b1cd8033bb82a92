"""The checkout: one page that is shown, brought up to date, and sent."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .. import enqueue
from ..addresses import country_codes
from ..cart_cookie import current_cart
from ..checkout_form import CheckoutForm, checkout_form, order_request
from ..htmx import SeeOther
from ..models import Cart, Payment, PaymentState
from ..order_states import OrderError
from ..payments import payment_methods
from ..quotes import Quote, Wish, quote
from ..selectors.cart import cart_contents
from ..selectors.checkout import first_details
from ..services.coupons import apply_coupon, remove_coupon
from ..services.orders import EmptyCart, place_order
from ..services.payments import pay_order


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    cart = current_cart(request)
    if request.method == "POST":
        act = _ACTS.get(request.POST.get("act", ""), _place)
        return act(request, cart)
    if not cart_contents(cart=cart).lines:
        return redirect("shop:cart")
    known = first_details(customer=request.user, cart=cart, now=timezone.now())
    return _page(request, cart, initial=known)


def _place(request: HttpRequest, cart: Cart) -> HttpResponse:
    form = checkout_form(request.POST)
    if not form.is_valid():
        return _page(request, cart, form=form)
    key = _key(request.POST)
    try:
        order = place_order(
            cart=cart,
            request=order_request(form, seen=request.POST.get("seen", "")),
            key=key,
            now=timezone.now(),
            customer=request.user if request.user.is_authenticated else None,
        )
    except OrderError as error:
        form.add_error(None, str(error))
        if isinstance(error, EmptyCart) and not request.user.is_authenticated:
            form.add_error(None, _("Were you signed in? Sign in again: your cart is in your account."))
        return _page(request, cart, form=form, key=key)
    payment = pay_order(order=order)
    enqueue.mails()
    return _answer(request, cart, form, payment)


def _answer(request: HttpRequest, cart: Cart, form: CheckoutForm, payment: Payment) -> HttpResponse:
    """Where the payment leads: to the order, or back to the page with all that was typed."""
    if payment.state in (PaymentState.FAILED, PaymentState.CANCELLED):
        form.add_error(None, payment.message or _("The payment was refused. Nothing was charged."))
        form.add_error(None, _("Your cart is as it was. Try another way to pay."))
        return _page(request, current_cart(request), form=form)
    if payment.state != PaymentState.NEEDS_CONFIRMATION:
        messages.success(request, _("Thank you! We have your order."))
    return SeeOther(payment.order.get_absolute_url())


def _refresh(request: HttpRequest, cart: Cart) -> HttpResponse:
    """Another country or way to deliver: nothing is checked yet, and nothing typed is lost."""
    return _page(request, cart, initial=request.POST.dict(), key=_key(request.POST))


def _use_coupon(request: HttpRequest, cart: Cart) -> HttpResponse:
    problem = ""
    try:
        apply_coupon(cart=cart, code=request.POST.get("coupon", ""), now=timezone.now())
    except OrderError as error:
        problem = str(error)
    return _page(request, cart, initial=request.POST.dict(), key=_key(request.POST), coupon_problem=problem)


def _drop_coupon(request: HttpRequest, cart: Cart) -> HttpResponse:
    remove_coupon(cart=cart)
    return _refresh(request, cart)


_ACTS = {"refresh": _refresh, "coupon": _use_coupon, "no-coupon": _drop_coupon}


def _page(
    request: HttpRequest,
    cart: Cart,
    *,
    form: CheckoutForm | None = None,
    initial: dict[str, Any] | None = None,
    key: UUID | None = None,
    coupon_problem: str = "",
) -> HttpResponse:
    """With a new key, unless one was given out that has no order yet."""
    form = form or checkout_form(initial=initial)
    offer = _quote(cart, form)
    context = {
        "form": form,
        "quote": offer,
        "lines": cart_contents(cart=cart).lines,
        "methods": payment_methods(),
        "key": key or uuid4(),
        "code": cart.coupon.code if cart.coupon else "",
        "coupon_problem": coupon_problem or offer.coupon_problem,
    }
    return render(request, "shop/checkout.html", context, status=422 if form.errors else 200)


def _quote(cart: Cart, form: CheckoutForm) -> Quote:
    country, method = form["country_code"].value(), form["shipping_method"].value()
    wish = Wish(country if country in country_codes() else "", method or "")
    return quote(cart=cart, wish=wish, now=timezone.now())


def _key(sent: QueryDict) -> UUID:
    """A new one where what was sent is none."""
    try:
        return UUID(sent.get("key", ""))
    except ValueError:
        return uuid4()
