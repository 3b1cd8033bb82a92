"""A coupon's code on the cart page."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..cart_cookie import current_cart
from ..htmx import HtmxRequest, SeeOther
from ..models import Cart
from ..order_states import OrderError
from ..services.coupons import apply_coupon, remove_coupon
from .cart_page import cart_page, cart_part


@require_POST
def cart_coupon(request: HtmxRequest) -> HttpResponse:
    """Puts the code on the cart, or with `act=remove` takes it off; a refusal stands beside the field."""
    cart = current_cart(request)
    try:
        said = _carry_out(request, cart)
    except OrderError as error:
        if request.htmx:
            return cart_part(request, cart, coupon_problem=str(error))
        return cart_page(request, coupon_problem=str(error))
    if request.htmx:
        return cart_part(request, cart, said=said)
    messages.success(request, said)
    return SeeOther(reverse("shop:cart"))


def _carry_out(request: HtmxRequest, cart: Cart) -> str:
    """What was done. Raises CouponRefused."""
    if request.POST.get("act") == "remove":
        remove_coupon(cart=cart)
        return _("The code is taken off.")
    coupon = apply_coupon(cart=cart, code=request.POST.get("coupon", ""), now=timezone.now())
    return _("Code %(code)s is applied.") % {"code": coupon.code}
