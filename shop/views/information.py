"""The pages that every shop owes: who it is, how it delivers, what it keeps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..facts import shop_facts


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _page(request, "privacy")


@require_safe
def delivery_and_returns(request: HttpRequest) -> HttpResponse:
    return _page(request, "delivery_and_returns")


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return _page(request, "contact")


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    return _page(request, "terms")


def _page(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, f"shop/information/{name}.html", {"facts": shop_facts()})
