from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..forms import WishForm, safe_next
from ..htmx import HtmxRequest, SeeOther, wants_fragment
from ..recently_viewed_cookie import forget_viewed, remember_viewed, viewed_products, with_viewed
from ..selectors.recently_viewed import products_viewed_by, recently_viewed_cards
from ..services.viewings import forget_viewings, record_viewings


@never_cache
@require_safe
def recently_viewed(request: HtmxRequest) -> HttpResponse:
    """The row for a page, which may name the product that it shows; a page of its own without htmx."""
    before = _viewed(request)
    form = WishForm(request.GET)
    seen: int | None = form.cleaned_data["product"] if form.is_valid() else None
    cards = recently_viewed_cards(product_ids=[number for number in before if number != seen])
    template = "row" if wants_fragment(request) else "page"
    response = render(request, f"shop/recently_viewed_{template}.html", {"cards": cards})
    if seen is not None:
        _remember(request, response, before, seen)
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
    if request.user.is_authenticated:
        forget_viewings(customer=request.user)
    return response


def _viewed(request: HtmxRequest) -> list[int]:
    if request.user.is_authenticated:
        return products_viewed_by(customer=request.user)
    return viewed_products(request)


def _remember(request: HtmxRequest, response: HttpResponse, before: Sequence[int], seen: int) -> None:
    if request.user.is_authenticated:
        record_viewings(customer=request.user, viewed={seen: timezone.now()})
    else:
        remember_viewed(response, with_viewed(before, seen))
