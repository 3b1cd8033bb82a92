from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..forms import WishForm, safe_next
from ..htmx import HtmxRequest, SeeOther, wants_fragment
from ..recently_viewed_cookie import forget_viewed, remember_viewed, viewed_products, with_viewed
from ..selectors.recently_viewed import recently_viewed_cards


@never_cache
@require_safe
def recently_viewed(request: HtmxRequest) -> HttpResponse:
    """The row for a page, which may name the product that it shows; a page of its own without htmx."""
    before = viewed_products(request)
    form = WishForm(request.GET)
    seen: int | None = form.cleaned_data["product"] if form.is_valid() else None
    cards = recently_viewed_cards(product_ids=[number for number in before if number != seen])
    template = "row" if wants_fragment(request) else "page"
    response = render(request, f"shop/recently_viewed_{template}.html", {"cards": cards})
    if seen is not None:
        remember_viewed(response, with_viewed(before, seen))
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_POST
def recently_viewed_clear(request: HtmxRequest) -> HttpResponse:
    said = _("Your recently viewed products are forgotten.")
    if request.htmx:
        response = render(request, "shop/cleared.html", {"said": said})
    else:
        messages.success(request, said)
        response = SeeOther(safe_next(request.POST.get("next", ""), reverse("shop:home")))
    forget_viewed(response)
    return response
