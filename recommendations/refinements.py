"""What a shopper asks of a photo search, apart from the photo: filters, marks, and which guesses to keep.

A guess is a filter that a page ticks of its own accord: the type and colour read from the photo, the
department of what looks like it, and "in stock". Forms carry it back as `guessed`, so that one left alone can
be guessed anew for another part of the photo, while one that was changed stays as the shopper wants it. `any`
names filters that are to stay open. `like` and `unlike` are the products that the shopper marked.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import QueryDict

from .departments import DEPARTMENTS, EVERYONE

Values = dict[str, tuple[str, ...]]
"""Values of each filter, under the names that query strings use."""

GUESSABLE = ("type", "colour", "gender", "in_stock")
MARKS = ("like", "unlike")
LISTS = ("type", "colour", "gender", *MARKS)
FILTERS = (*LISTS, "price_min", "price_max", "in_stock", "sort")
IN_STOCK = "1"
DEPARTMENT = "department"
MOST_MARKS = 10
_LONGEST_ID = 15
_ANY = "any"
_GUESSED = "guessed"
_ADD = "with"
_REMOVE = "without"
_REPLACE = "instead"


def asked(data: QueryDict) -> Values:
    """What was asked by hand, as short as a link can say it: guesses that were left alone are not in it."""
    values = _edited({name: _sent(data, name) for name in FILTERS}, data)
    guessed = _grouped(data.getlist(_GUESSED))
    wide = "gender" if pair(DEPARTMENT, EVERYONE) in data.getlist(_REPLACE) else ""
    is_open = [name for name in GUESSABLE if name in data.getlist(_ANY) or guessed.get(name) or name == wide]
    for name in GUESSABLE:
        if values[name] and set(values[name]) == set(guessed.get(name, ())):
            values[name] = ()
            is_open.remove(name)
    values[_ANY] = tuple(name for name in is_open if not values[name])
    return {name: value for name, value in values.items() if value}


def is_canonical(data: QueryDict) -> bool:
    """Whether the query string is one that `link` makes, not a form's."""
    return not any(name in data for name in (_GUESSED, _ADD, _REMOVE, _REPLACE))


def with_guesses(values: Values, guesses: Mapping[str, tuple[str, ...]]) -> tuple[Values, Values]:
    """All filters to apply, and those of them that are guesses."""
    kept = values.get(_ANY, ())
    applied: Values = {
        name: guess for name, guess in guesses.items() if name not in kept and not values.get(name)
    }
    return {name: value for name, value in values.items() if name != _ANY} | applied, applied


def marks(values: Values) -> tuple[list[int], list[int]]:
    """Ids of the products that are liked, and of those that are not."""
    liked, disliked = ([int(text) for text in values.get(name, ())] for name in MARKS)
    return liked, disliked


def link(path: str, values: Values, *, show: object = None) -> str:
    """The shareable address of a search under `values`; `show` is how many results, if not the first few."""
    query = urlencode([*values.items(), *([("show", show)] if show else [])], doseq=True)
    return f"{path}?{query}" if query else path


def query_dict(values: Values) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, texts in values.items():
        data.setlist(name, list(texts))
    return data


def pair(name: str, value: object) -> str:
    """A filter and its value as one form field has them."""
    return f"{name}:{value}"


def _sent(data: QueryDict, name: str) -> tuple[str, ...]:
    sent = tuple(filter(None, data.getlist(name)))
    if name == "in_stock":
        return (IN_STOCK,) if sent else ()  # browsers send "on" for a box without a value
    return _ids(sent) if name in MARKS else sent


def _ids(texts: Iterable[str]) -> tuple[str, ...]:
    """The last few that can be ids of products."""
    known = dict.fromkeys(
        text for text in texts if text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID
    )
    return tuple(known)[-MOST_MARKS:]


def _edited(values: Values, data: QueryDict) -> Values:
    for name, added in _grouped(data.getlist(_ADD)).items():
        values[name] = _added(values, name, added)
    for name, removed in _grouped(data.getlist(_REMOVE)).items():
        kept = tuple(value for value in values[name] if value not in removed)
        values[name] = kept if name in LISTS else ()
    for text in data.getlist(_REPLACE):
        name, _, value = text.partition(":")
        if name == DEPARTMENT:
            values["gender"] = DEPARTMENTS.get(value, ())
        elif name in FILTERS:
            values[name] = (value,) if value else ()
    return values


def _added(values: Values, name: str, added: tuple[str, ...]) -> tuple[str, ...]:
    if name not in MARKS:
        return tuple(dict.fromkeys((*values[name], *added)))
    other = MARKS[1 - MARKS.index(name)]
    values[other] = tuple(value for value in values[other] if value not in added)
    return _ids((*values[name], *added))


def _grouped(pairs: Iterable[str]) -> Values:
    """Pairs of known filters only."""
    values: Values = {}
    for text in pairs:
        name, _, value = text.partition(":")
        if name in FILTERS:
            values[name] = (*values.get(name, ()), value)
    return values
