from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import Product
from ..selectors import product_page


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        page = product_page(slug=slug)
    except Product.DoesNotExist as error:
        raise Http404 from error
    return render(request, "catalog/product.html", {"page": page})
