"""Going through an ordered list by what the last item was, so that nothing is shown twice or left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import BooleanField, F, FloatField, Model, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Cast

M = TypeVar("M", bound=Model)
Values = Sequence[Any]
"""Of each key of the order, as JSON has them: booleans, numbers, texts, null."""


@dataclass(frozen=True)
class _Key:
    name: str
    descending: bool
    nullable: bool

    def order(self) -> OrderBy:
        key = F(self.name)
        nulls_last = self.nullable or None  # an index without a word on nulls has another order
        return key.desc(nulls_last=nulls_last) if self.descending else key.asc(nulls_last=nulls_last)

    def after(self, value: Any) -> Q:
        """What comes later by this key: nulls do, and nothing comes later than they."""
        if value is None:
            return Q(pk__in=())
        later = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return later | Q(**{f"{self.name}__isnull": True}) if self.nullable else later

    def same(self, value: Any) -> Q:
        return Q(**({f"{self.name}__isnull": True} if value is None else {self.name: value}))


class Keyset(Generic[M]):
    """`rows` in the order that they have, which must end with something unique."""

    def __init__(self, rows: QuerySet[M]) -> None:
        self._keys: list[_Key] = []
        self._true = _of_the_true(rows)
        for place, item in enumerate(rows.query.order_by):
            expression, descending = _read(item)
            key = _Key(f"order_{place}", descending, _is_nullable(item, rows))
            rows = rows.annotate(**{key.name: _exact(expression)})
            self._keys.append(key)
        self._rows = rows.order_by(*(key.order() for key in self._keys))

    def page(self, *, size: int, after: Values | None = None) -> tuple[list[M], Values | None]:
        """The `size` rows that follow `after`, and what the next page follows: None at the end."""
        if self._true and (after is None or after[0]):
            found, position = self._true.page(size=size, after=after and after[1:])
            if position:
                return found, [True, *position]
        following = self._rows if after is None else self._rows.filter(self._following(after))
        rows = list(following[: size + 1])
        last = rows[size - 1] if len(rows) > size else None
        return rows[:size], None if last is None else [_plain(getattr(last, key.name)) for key in self._keys]

    def _following(self, values: Values) -> Q:
        following, same = Q(pk__in=()), Q()
        for key, value in zip(self._keys, values, strict=True):
            following |= same & key.after(value)
            same &= key.same(value)
        return following


def _of_the_true(rows: QuerySet[M]) -> Keyset[M] | None:
    """Those that come first by what is either true or not: most pages are found without the others."""
    if not rows.query.order_by:
        return None
    expression, descending = _read(rows.query.order_by[0])
    if not descending or not isinstance(getattr(expression, "output_field", None), BooleanField):
        return None
    return Keyset(rows.filter(expression).order_by(*rows.query.order_by[1:]))


def _is_nullable(item: Any, rows: QuerySet[M]) -> bool:
    return not isinstance(item, str) or bool(rows.model._meta.get_field(item.removeprefix("-")).null)


def _read(item: Any) -> tuple[Any, bool]:
    if isinstance(item, OrderBy):
        return item.expression, item.descending
    return F(item.removeprefix("-")), item.startswith("-")


def _exact(expression: Any) -> Any:
    """Ranks are of single precision: as numbers of double precision they equal what JSON brings back."""
    is_rank = isinstance(getattr(expression, "output_field", None), FloatField)
    return Cast(expression, FloatField()) if is_rank else expression


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
