"""An order's own page, for whoever has the signed link."""

from http import HTTPStatus

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from .. import enqueue
from ..htmx import SeeOther
from ..models import Order, PaymentState
from ..selectors.orders import OrderPage, order_page
from ..services.guest_orders import has_confirmed, take_over_orders
from ..services.payments import ProviderSilent, card_secret, confirm_payment

# Stripe's script, its fields and where it sends them (docs.stripe.com/security/guide): for one page alone.
_STRIPE = {
    "script-src": ["https://js.stripe.com", "https://*.js.stripe.com"],
    "frame-src": [SELF, "https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
    "connect-src": [SELF, "https://api.stripe.com"],
}


@never_cache
@require_safe
def order(request: HttpRequest, number: str, token: str) -> HttpResponse:
    page = _page(number, token)
    context = {
        "page": page,
        "stripe_key": settings.STRIPE_PUBLISHABLE_KEY,
        "account_offer": _account_offer(request, page.order),
    }
    response = render(request, "shop/order.html", context)
    if page.asks_for_card and settings.STRIPE_PUBLISHABLE_KEY:
        csp_update(_STRIPE)(lambda _request: response)(request)
    return response


@never_cache
@require_POST
def order_card(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """What the script on the page pays with; `secret` is empty where there is nothing to pay any more."""
    try:
        return JsonResponse({"secret": card_secret(order=_page(number, token).order)})
    except ProviderSilent as error:
        return JsonResponse({"problem": str(error)}, status=HTTPStatus.SERVICE_UNAVAILABLE)


@require_POST
def order_confirm(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """The shopper has answered, or does not want to pay this way."""
    page = _page(number, token)
    agreed = request.POST.get("agreed") == "yes"
    payment = confirm_payment(order=page.order, agreed=agreed)
    enqueue.mails()
    if payment.state == PaymentState.FAILED:
        messages.error(request, _refused(agreed=agreed))
        return SeeOther(reverse("shop:checkout"))
    if payment.state == PaymentState.CAPTURED:
        messages.success(request, _("Thank you! Your order is paid."))
    return SeeOther(page.order.get_absolute_url())


@require_POST
def order_keep(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """Into the account of whoever has the link and has confirmed the order's address."""
    order = _page(number, token).order
    if request.user.is_authenticated and take_over_orders(
        customer=request.user, email=order.email, number=order.number
    ):
        messages.success(request, _("This order is among those of your account now."))
    return SeeOther(order.get_absolute_url())


def _account_offer(request: HttpRequest, order: Order) -> str:
    """What a guest's order offers: "open" an account, "keep" it in the one that has its address, or ""."""
    if order.customer_id or not order.email:
        return ""
    if not request.user.is_authenticated:
        return "open"
    return "keep" if has_confirmed(request.user, order.email) else ""


def _refused(*, agreed: bool) -> str:
    if agreed:
        return _("The payment was refused, and nothing was charged. Your cart is as it was.")
    return _("Nothing was charged. Your cart is as it was.")


def _page(number: str, token: str) -> OrderPage:
    """Raises Http404."""
    page = order_page(number=number, token=token)
    if page is None:
        raise Http404
    return page
