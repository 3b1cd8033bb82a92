from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..cards import ProductCard, product_cards
from ..forms import SearchForm
from ..models import Category, Product
from ..querysets import CategoryQuerySet
from ..selectors import TextSearch, text_search
from ..sorts import SEARCH_SORTS
from .listing import product_listing, render_listing

_NEW_IN = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    if not form.is_valid():
        return _without_text(request, form, HTTPStatus.BAD_REQUEST)
    text: str = form.cleaned_data["q"]
    if not text:
        return _without_text(request, form, HTTPStatus.OK)
    found = text_search(text=text)
    listing = product_listing(
        request=request,
        scope=found.products,
        sorts=SEARCH_SORTS,
        hidden=[("q", text)],
        text=found.corrected or text,
    )
    context = {
        "search_text": text,
        "shows_search": True,
        "found": found,
        "categories": _ways_on(),
        "new_in": _new_in(found),
    }
    return render_listing(request, "catalog/search.html", listing, context)


def _without_text(request: HttpRequest, form: SearchForm, status: HTTPStatus) -> HttpResponse:
    context = {"form": form, "shows_search": True, "categories": _ways_on()}
    return render(request, "catalog/search.html", context, status=status)


def _ways_on() -> CategoryQuerySet:
    return Category.objects.roots().with_products()


def _new_in(found: TextSearch) -> list[ProductCard]:
    """What there is instead, where the words found nothing."""
    if found.found_something:
        return []
    return product_cards(Product.objects.published().in_stock().newest().ids()[:_NEW_IN])
