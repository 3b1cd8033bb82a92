"""What a shopper's words mean, without a database: words, synonyms, the query for PostgreSQL."""

from .synonyms import known_words, same_word
from .terms import Term, read_terms
from .tsquery import any_of, every_of
from .words import is_joined, words_of

__all__ = [
    "Term",
    "any_of",
    "every_of",
    "is_joined",
    "known_words",
    "read_terms",
    "same_word",
    "words_of",
]
