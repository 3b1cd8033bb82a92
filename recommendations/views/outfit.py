from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalog.models import Product
from shop.cart_cookie import current_cart

from ..counting import count_shown
from ..places import Place
from ..presenters.outfit import Outfit, outfit_of, outfit_of_cart
from .photo_pages import is_fragment


@require_safe
def outfit(request: HttpRequest, slug: str) -> HttpResponse:
    """What to wear with one product: a page of its own, or only the row when htmx asks for it."""
    return _answer(request, outfit_of(get_object_or_404(Product, slug=slug)))


@never_cache
@require_safe
def cart_outfit(request: HttpRequest) -> HttpResponse:
    """What to wear with what is in the cart."""
    return _answer(request, outfit_of_cart(current_cart(request)))


def _answer(request: HttpRequest, found: Outfit) -> HttpResponse:
    row = is_fragment(request)
    template = "outfit_row.html" if row else "outfit.html"
    response = render(request, f"recommendations/{template}", {"outfit": found})
    if found.cards and not (row and found.is_too_few):
        count_shown(request, Place.OUTFIT, found.cards, anchor_id=found.product.pk if found.product else None)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
