"""The products that a list of the API is of, before any filter."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from rest_framework import serializers
from rest_framework.request import Request

from ..models import Category, Product
from ..querysets import ProductQuerySet
from ..selectors import Facets, TextSearch, product_facets, sold_facets, text_search
from ..sorts import SEARCH_SORTS, SORTS, Sort
from .forms import ScopeForm
from .queries import cleaned

_CHOSEN_FROM_WHAT_THERE_IS = ("type", "colour", "gender")


class SearchSerializer(serializers.Serializer[TextSearch]):
    """How the words of `q` were taken."""

    corrected = serializers.CharField(help_text="What was searched for instead; empty if it was as written.")
    suggestion = serializers.CharField(help_text="What may have been meant, where nothing was found.")
    some_words = serializers.BooleanField(help_text="No product has all of the words; these have some.")


@dataclass(frozen=True)
class Scope:
    """`search` is None for a list that no words were asked of, `text` then empty. `is_all`: every product."""

    products: ProductQuerySet
    search: TextSearch | None
    text: str
    is_all: bool

    @property
    def sorts(self) -> Mapping[str, Sort]:
        return SEARCH_SORTS if self.search else SORTS

    def choices(self, data: QueryDict) -> Facets:
        """The values found in it; none are read where nothing is to be checked by them."""
        is_asked = self.search or any(name in data for name in _CHOSEN_FROM_WHAT_THERE_IS)
        if not is_asked:
            return Facets()
        return sold_facets() if self.is_all else product_facets(scope=self.products)


def scope_of(request: Request) -> Scope:
    """Raises ValidationError."""
    asked = cleaned(ScopeForm(request.query_params))
    category: Category | None = asked["category"]
    text: str = asked["q"]
    search = text_search(text=text) if text else None
    products = search.products if search else Product.objects.published()
    if category:
        products = products.in_category(category.pk)
    words = search.corrected or text if search else ""
    return Scope(products, search, words, is_all=not (search or category))
