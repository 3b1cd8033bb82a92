"""Terms in the language of `to_tsquery`. Words are letters and digits only, so quoting them is enough."""

from collections.abc import Iterable

from .terms import Term
from .words import bigrams, is_joined


def every_of(terms: Iterable[Term]) -> str:
    return " & ".join(f"({_term(term)})" for term in terms)


def any_of(terms: Iterable[Term]) -> str:
    return " | ".join(_term(term) for term in terms)


def _term(term: Term) -> str:
    ways = [f"'{phrase}'" for phrase in term.phrases]
    if term.begins or is_joined(term.word):
        ways.append(f"'{term.word}':*")
    if is_joined(term.word) and (pairs := bigrams(term.word)):
        ways.append("(" + " & ".join(f"'{pair}'" for pair in pairs) + ")")
    return " | ".join(ways)
