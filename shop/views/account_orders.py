from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..cart_cookie import current_cart
from ..htmx import SeeOther
from ..models import Order
from ..selectors.account import page_of_orders
from ..services.reorder import reorder
from .account import CustomerRequest


@never_cache
@require_safe
@login_required
def account_orders(request: CustomerRequest) -> HttpResponse:
    orders = page_of_orders(customer=request.user, page=request.GET.get("page", ""))
    return render(request, "account/orders.html", {"orders": orders})


@require_POST
@login_required
def order_again(request: CustomerRequest, number: str) -> HttpResponse:
    """Only one's own; the answer says what could not be put into the cart, too."""
    order = get_object_or_404(Order, number=number, customer=request.user)
    done = reorder(order=order, cart=current_cart(request))
    if done.put:
        messages.success(request, _("Put into your cart: %(goods)s.") % {"goods": ", ".join(done.put)})
    for problem in done.problems:
        messages.warning(request, problem)
    return SeeOther(reverse("shop:cart"))
