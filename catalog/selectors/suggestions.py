"""What a search may become while it is being written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..cards import ProductCard, product_cards
from ..models import Brand, Category, Product, SearchWord
from ..textsearch import every_of, is_joined, read_terms, same_word, words_of
from .text_search import TextSearch, text_search
from .vocabulary import product_counts

FEWEST_LETTERS = 2
PRODUCTS = 4
OTHERS = 4
_CATEGORIES = 2
_BRANDS = 1
_CANDIDATES = 30
_COUNTED = 1000
"""Completions that find more products than this are as good as each other."""


@dataclass(frozen=True)
class Suggestions:
    """`queries` are whole searches; all together they are at most OTHERS + PRODUCTS, best first."""

    queries: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    brands: tuple[Brand, ...] = ()
    products: tuple[ProductCard, ...] = ()

    @property
    def count(self) -> int:
        return len(self.queries) + len(self.categories) + len(self.brands) + len(self.products)


def suggestions(*, text: str) -> Suggestions:
    """For the beginning of a search, in a dozen queries at most however large the catalogue is."""
    words = words_of(text)
    if not words or (len(words[-1]) < FEWEST_LETTERS and not is_joined(words[-1])):
        return Suggestions()
    found = text_search(text=text, unfinished=True)
    categories = tuple(_categories(text))[:_CATEGORIES]
    brands = tuple(_brands(words))
    queries = _queries(found, words)[: OTHERS - len(categories) - len(brands)]
    products = found.products.sold_out_last().ids()[:PRODUCTS]
    return Suggestions(tuple(queries), categories, brands, tuple(product_cards(products)))


def _queries(found: TextSearch, words: Sequence[str]) -> list[str]:
    if found.corrected or found.suggestion:
        return [found.corrected or found.suggestion]
    begun = SearchWord.objects.filter(word__startswith=words[-1]).order_by("word").distinct("word")
    candidates = [[*words[:-1], shown] for shown in begun.values_list("shown", flat=True)[:_CANDIDATES]]
    queries = {" ".join(candidate): every_of(read_terms(" ".join(candidate))) for candidate in candidates}
    counts = product_counts(queries=list(queries.values()), limit=_COUNTED) if queries else {}
    different = {same_word(" ".join(words)): ""}  # what is written already is no suggestion
    for text in sorted(queries, key=lambda text: -counts[queries[text]]):
        if counts[queries[text]]:
            different.setdefault(same_word(text), text)
    return [text for text in different.values() if text]


def _categories(text: str) -> Iterable[Category]:
    """Those whose name has or begins one of the words, or something that means the same."""
    terms = read_terms(text, unfinished=True)
    meant = {same_word(phrase) for term in terms for phrase in term.phrases}
    for category in Category.objects.with_products().select_related("parent__parent"):
        names = words_of(category.name)
        begun = any(name.startswith(terms[-1].word) for name in names)
        if begun or meant & {same_word(category.name), *map(same_word, names)}:
            yield category


def _brands(words: Sequence[str]) -> Iterable[Brand]:
    starts = "|".join(re.escape(word) for word in words if len(word) >= FEWEST_LETTERS)
    used = Brand.objects.filter(pk__in=Product.objects.published().values("brand"))
    return used.filter(name__unaccent__iregex=rf"\m({starts})")[:_BRANDS] if starts else ()
