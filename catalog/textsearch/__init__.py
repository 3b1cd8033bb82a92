"""What a shopper's words mean, without a database: words, synonyms, the query for PostgreSQL."""

from .synonyms import known_words
from .terms import Term, read_terms
from .tsquery import any_of, every_of
from .words import words_of

__all__ = ["Term", "any_of", "every_of", "known_words", "read_terms", "words_of"]
