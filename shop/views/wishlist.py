import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Product

from ..forms import WishForm, safe_next
from ..htmx import HtmxRequest, SeeOther
from ..selectors.wishlist import wishes_of
from ..services.wishlist import UnknownProduct, WishError, remove_wish, save_wish
from ..wishlist_cookie import current_wishlist, remember_wishlist


@never_cache
@require_safe
def wishlist(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
def wish(request: HtmxRequest) -> HttpResponse:
    """Put a product on the list, or take it off."""
    form = WishForm(request.POST)
    try:
        if not form.is_valid():
            raise UnknownProduct
        return _changed(request, form)
    except WishError as error:
        if request.htmx:
            return render(request, "shop/refused.html", {"error": error}, status=422)
        return _page(request, error)


def _changed(request: HtmxRequest, form: WishForm) -> HttpResponse:
    wanted: bool = form.cleaned_data["wanted"]
    current = current_wishlist(request)
    change = save_wish if wanted else remove_wish
    product = change(wishlist=current, product_id=form.cleaned_data["product"])
    said = _("Saved: %(name)s.") if wanted else _("Taken off the wish-list: %(name)s.")
    response = _said(request, product, said % {"name": product.title}, wanted, form.cleaned_data["next"])
    if wanted:
        remember_wishlist(response, current)
    return response


def _said(request: HtmxRequest, product: Product, said: str, wanted: bool, next_path: str) -> HttpResponse:
    if not request.htmx:
        messages.success(request, said)
        return SeeOther(safe_next(next_path, reverse("shop:wishlist")))
    context = {"said": said, "product": product, "wanted": wanted}
    response = render(request, "shop/wished.html", context)
    response["HX-Trigger"] = json.dumps({"wish-changed": {"product": product.pk, "wished": wanted}})
    return response


def _page(request: HttpRequest, error: WishError | None = None) -> HttpResponse:
    context = {"wishes": wishes_of(wishlist=current_wishlist(request)), "error": error}
    return render(request, "shop/wishlist.html", context, status=422 if error else 200)
