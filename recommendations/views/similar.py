from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from catalog.models import Product

from ..counting import count_shown
from ..places import Place
from ..presenters.similar_looks import all_similar_looks, similar_looks
from ..twists import Twist


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


@require_safe
def similar(request: HtmxRequest, slug: str) -> HttpResponse:
    """What looks like one product, sold or not: a page of its own, or only the row when htmx asks for it.

    `?size=M` leaves what can be had in that size; what else may be asked to be different, `Twist` says.
    """
    try:
        product = Product.objects.with_slug(slug)
    except Product.DoesNotExist as error:
        raise Http404 from error
    is_fragment = request.htmx and not request.htmx.history_restore_request
    present = similar_looks if is_fragment else all_similar_looks
    looks = present(product, twist=Twist.asked(request.GET))
    template = "similar_looks.html" if is_fragment else "similar.html"
    response = render(request, f"recommendations/{template}", {"looks": looks})
    if looks.by_look and not (is_fragment and looks.is_too_few):
        count_shown(request, Place.SIMILAR, looks.cards, anchor_id=product.pk)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
