"""A row's texts, checked. Every function raises RowError, naming the column and what would be right."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from babel.numbers import is_currency
from django.db import models
from django.utils.translation import gettext as _

from catalog.models import Gender
from catalog.money import Money

from .errors import RowError
from .table import Row, canonical

_HIGHEST_PRICE: Final = 1_000_000_000
_HIGHEST_STOCK: Final = 1_000_000
_HIGHEST_GRAMS: Final = 1_000_000
_LONGEST_CATEGORY: Final = 60
_YES: Final = {"yes", "true", "1"}
_NO: Final = {"no", "false", "0"}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WHOLE_NUMBER = re.compile(r"-?[0-9]+")
_CATEGORY = re.compile(r"\w[\w &'’/,.+()-]*")

Column = tuple[type[models.Model], str]
"""A column of the database: a model and the name of its field."""


def text(row: Row, column: str, stored: Column | None = None, *, required: bool = False) -> str:
    """The cell on one line, no longer than `stored` takes. A column that is not there is empty."""
    value = " ".join(row.cells.get(canonical(column), "").split())
    if required and not value:
        raise RowError(row.line, _("%(column)s is empty") % {"column": column})
    return checked(row, column, value, stored)


def paragraphs(row: Row, column: str) -> str:
    """The cell with its line breaks."""
    return checked(row, column, row.cells.get(canonical(column), ""))


def checked(row: Row, column: str, value: str, stored: Column | None = None) -> str:
    """`value` itself, unless it cannot be stored."""
    if any(unicodedata.category(character) == "Cc" and character not in "\n\t" for character in value):
        raise RowError(row.line, _("%(column)s has a control character in it") % {"column": column})
    if stored and len(value) > (longest := _longest(*stored)):
        said = _("%(column)s is longer than %(longest)d characters")
        raise RowError(row.line, said % {"column": column, "longest": longest})
    return value


def category(row: Row, column: str, names: Sequence[str]) -> tuple[str, ...]:
    """A path of names; a name that only repeats the one above it is left out."""
    for name in names:
        if not _CATEGORY.fullmatch(name) or len(name) > _LONGEST_CATEGORY:
            said = _('"%(name)s" in %(column)s is not the name of a category')
            raise RowError(row.line, said % {"name": name, "column": column})
    return tuple(name for place, name in enumerate(names) if place == 0 or name != names[place - 1])


def gender(row: Row, column: str) -> Gender:
    """Unisex where the cell is empty."""
    value = text(row, column).lower() or Gender.UNISEX
    if value not in Gender.values:
        raise _not(
            row,
            column,
            value,
            _('%(column)s "%(value)s" is none of %(choices)s'),
            choices=", ".join(Gender.values),
        )
    return Gender(value)


def yes_or_no(row: Row, column: str) -> bool | None:
    """None where the cell is empty."""
    value = text(row, column).lower()
    if value and value not in _YES | _NO:
        raise _not(row, column, value, _('%(column)s "%(value)s" is neither yes nor no'))
    return value in _YES if value else None


def currency_code(row: Row, column: str, default: str) -> str:
    """An ISO 4217 code; `default` where the cell is empty."""
    value = text(row, column).upper() or default
    if not is_currency(value):
        raise _not(row, column, value, _('%(column)s "%(value)s" is not an ISO 4217 code such as EUR'))
    return value


def price(row: Row, column: str, currency: str) -> Money:
    value = text(row, column, required=True)
    if not _NUMBER.fullmatch(value):
        raise _not(row, column, value, _('%(column)s "%(value)s" is not a number such as 19.99'))
    amount = Decimal(value)
    if amount < 0:
        raise RowError(row.line, _("%(column)s is negative") % {"column": column})
    if amount > _HIGHEST_PRICE:
        raise _not(row, column, value, _("%(column)s is over %(most)d"), most=_HIGHEST_PRICE)
    try:
        return Money.of(amount, currency)
    except ValueError as error:
        said = _("%(column)s %(value)s has more decimals than %(currency)s has")
        raise _not(row, column, value, said, currency=currency) from error


def cost(row: Row, column: str, currency: str) -> Money | None:
    """None where the cell is empty."""
    return price(row, column, currency) if text(row, column) else None


def stock(row: Row, column: str) -> int:
    value = text(row, column, required=True)
    if not _WHOLE_NUMBER.fullmatch(value):
        raise _not(row, column, value, _('%(column)s "%(value)s" is not a whole number'))
    if not 0 <= int(value) <= _HIGHEST_STOCK:
        raise _not(row, column, value, _("%(column)s is not between 0 and %(most)d"), most=_HIGHEST_STOCK)
    return int(value)


def grams(row: Row, column: str) -> int | None:
    """None where the cell is empty."""
    value = text(row, column)
    if not value:
        return None
    if not _WHOLE_NUMBER.fullmatch(value) or not 0 <= int(value) <= _HIGHEST_GRAMS:
        said = _('%(column)s "%(value)s" is not a whole number of grams to %(most)d')
        raise _not(row, column, value, said, most=_HIGHEST_GRAMS)
    return int(value)


def _not(row: Row, column: str, value: str, said: str, **more: object) -> RowError:
    """What a cell is not: `said` names the column, and what more it likes of the others."""
    return RowError(row.line, said % {"column": column, "value": value, **more})


def _longest(model: type[models.Model], name: str) -> int:
    length: int = model._meta.get_field(name).max_length  # type: ignore[union-attr, assignment]
    return length
