from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from ..models import Product
from ..product_head import product_head
from ..selectors import ProductPage, product_page, withdrawn_product
from ..signals import product_opened

_CHOICE = "catalog/buy.html"
_FRAGMENTS_VARY_BY = ["HX-Request", "HX-History-Restore-Request", "HX-Target"]


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


@require_safe
def product(request: HtmxRequest, slug: str) -> HttpResponse:
    """The page of one product; for htmx the choice of a variant alone, with its address."""
    return _answer(request, slug, whole_fragment="")


@require_safe
def quick_view(request: HtmxRequest, slug: str) -> HttpResponse:
    """What a dialog over a list shows of a product; its page when the address is opened by itself."""
    return _answer(request, slug, whole_fragment="catalog/quick_view.html")


def _answer(request: HtmxRequest, slug: str, *, whole_fragment: str) -> HttpResponse:
    try:
        page = product_page(slug=slug, colour=request.GET.get("colour", ""), size=request.GET.get("size", ""))
    except Product.DoesNotExist:
        return _withdrawn(request, slug)
    template = _fragment(request, page, whole_fragment)
    context: dict[str, object] = {"page": page, "quick": bool(template and whole_fragment)}
    if template != _CHOICE:
        product_opened.send_robust(sender=Product, product_id=page.product.pk, request=request)
    if not template:
        context["head"] = product_head(page, absolute=request.build_absolute_uri)
    response = render(request, template or "catalog/product.html", context)
    if template == _CHOICE and not whole_fragment:
        response["HX-Replace-Url"] = _address(page)
    patch_vary_headers(response, _FRAGMENTS_VARY_BY)
    return response


def _fragment(request: HtmxRequest, page: ProductPage, whole_fragment: str) -> str:
    if not request.htmx or request.htmx.history_restore_request:
        return ""
    return _CHOICE if request.htmx.target == f"buy-{page.product.pk}" else whole_fragment


def _address(page: ProductPage) -> str:
    chosen = {"colour": page.choice.colour if page.choice.colours else "", "size": page.choice.size_value}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{page.product.get_absolute_url()}{'?' if query else ''}{query}"


def _withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        product = withdrawn_product(slug=slug)
    except Product.DoesNotExist as error:
        raise Http404 from error
    return render(request, "catalog/withdrawn.html", {"product": product}, status=410)
