"""Terms in the language of `to_tsquery`. Words are letters and digits only, so quoting them is enough."""

from collections.abc import Iterable

from .terms import Term


def every_of(terms: Iterable[Term]) -> str:
    return " & ".join(f"({_term(term)})" for term in terms)


def any_of(terms: Iterable[Term]) -> str:
    return " | ".join(_term(term) for term in terms)


def _term(term: Term) -> str:
    quoted = [f"'{phrase}'" for phrase in term.phrases]
    if term.begins or term.has_substrings:
        quoted.append(f"'{term.word}':*")
    return " | ".join(quoted)
