"""Products found by words: as written, as probably meant, by some of the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..models import Product
from ..querysets import ProductQuerySet
from ..textsearch import Term, any_of, every_of, read_terms
from .vocabulary import Neighbour, nearest_words, product_counts

SIMILAR, SIMILAR_FROM_THE_SECOND = 0.6, 0.82
"""A word less like the one that was written is not worth asking about. Fingers rarely slip at the first;
with another one it is most likely another word, as "table" is beside "cable"."""
_ASKED_ABOUT = 5
_MOST_SKU_LETTERS = 64


@dataclass(frozen=True)
class TextSearch:
    """`products`, best first, were found by `corrected` where that is not empty, else by the text itself.

    With `some_words` no product has all of them, and these have at least one. `suggestion` is what may have
    been meant where nothing was found.
    """

    products: ProductQuerySet
    corrected: str = ""
    suggestion: str = ""
    some_words: bool = False
    found_something: bool = True


def text_search(*, text: str, unfinished: bool = False) -> TextSearch:
    """Only published products. One query where a product has all the words, four at most.

    The last word of an `unfinished` text is also taken for the beginning of one.
    """
    published = Product.objects.published()
    if len(text) <= _MOST_SKU_LETTERS and any(letter.isdigit() for letter in text):
        by_sku = published.with_sku(text.strip())
        if by_sku.exists():
            return TextSearch(by_sku.newest())
    terms = read_terms(text, unfinished=unfinished)
    if not terms:
        return TextSearch(published.none(), found_something=False)
    return TextSearch(published.with_terms(terms)) if _finds(terms) else _otherwise(published, terms)


def _finds(terms: Sequence[Term]) -> bool:
    query = every_of(terms)
    return bool(product_counts(queries=[query])[query])


def _otherwise(published: ProductQuerySet, terms: Sequence[Term]) -> TextSearch:
    counts = product_counts(queries=[any_of([term]) for term in terms])
    unknown = [term.word for term in terms if not counts[any_of([term])]]
    nearest = _existing(nearest_words(words=[word for word in unknown if len(word) > 2])) if unknown else {}
    corrections = {word: near for word, near in nearest.items() if near.edits <= _slips(word)}
    corrected = _replaced(terms, corrections)
    kept = [term for term in read_terms(corrected) if term.word not in unknown]
    if corrections and _finds(read_terms(corrected)):
        return TextSearch(published.with_terms(read_terms(corrected)), corrected=corrected)
    if kept:
        return TextSearch(
            published.with_terms(kept, every=False),
            corrected=corrected if corrections else "",
            some_words=True,
        )
    suggestion = _replaced(terms, nearest) if nearest else ""
    return TextSearch(published.none(), suggestion=suggestion, found_something=False)


def _slips(word: str) -> int:
    """So many wrong letters are taken for slips without asking, as Elasticsearch's AUTO has it."""
    return 1 if len(word) <= 5 else 2


def _is_alike(word: str, neighbour: Neighbour) -> bool:
    """`hsirt` and `hirt` begin as `shirt` does."""
    begins = word[0] in neighbour.word[:2] or neighbour.word[0] in word[:2]
    return neighbour.similarity >= (SIMILAR if begins else SIMILAR_FROM_THE_SECOND)


def _existing(nearest: Mapping[str, Sequence[Neighbour]]) -> dict[str, Neighbour]:
    """The nearest one of each that a published product has."""
    near = {
        word: [neighbour for neighbour in neighbours if _is_alike(word, neighbour)][:_ASKED_ABOUT]
        for word, neighbours in nearest.items()
    }
    queries = {
        neighbour.word: any_of(read_terms(neighbour.word)) for words in near.values() for neighbour in words
    }
    counts = product_counts(queries=list(queries.values())) if queries else {}
    existing = {
        word: [neighbour for neighbour in neighbours if counts[queries[neighbour.word]]]
        for word, neighbours in near.items()
    }
    return {word: neighbours[0] for word, neighbours in existing.items() if neighbours}


def _replaced(terms: Sequence[Term], replacements: Mapping[str, Neighbour]) -> str:
    words = [term.word for term in terms]
    return " ".join(replacements[word].shown if word in replacements else word for word in words)
