"""An order's own page, for whoever has the signed link."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from .. import enqueue
from ..htmx import SeeOther
from ..models import PaymentState
from ..selectors.orders import OrderPage, order_page
from ..services.payments import confirm_payment


@never_cache
@require_safe
def order(request: HttpRequest, number: str, token: str) -> HttpResponse:
    return render(request, "shop/order.html", {"page": _page(number, token)})


@require_POST
def order_confirm(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """The shopper's answer to the test card's question."""
    page = _page(number, token)
    payment = confirm_payment(order=page.order, agreed=request.POST.get("agreed") == "yes")
    enqueue.mails()
    if payment.state == PaymentState.FAILED:
        messages.error(
            request, _("The payment was refused, and nothing was charged. Your cart is as it was.")
        )
        return SeeOther(reverse("shop:checkout"))
    if payment.state == PaymentState.CAPTURED:
        messages.success(request, _("Thank you! Your order is paid."))
    return SeeOther(page.order.get_absolute_url())


def _page(number: str, token: str) -> OrderPage:
    """Raises Http404."""
    page = order_page(number=number, token=token)
    if page is None:
        raise Http404
    return page
