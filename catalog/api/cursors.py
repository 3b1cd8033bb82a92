"""Cursors: where a list goes on, signed, and good for that list alone."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

CURSOR = "cursor"
_SALT = "catalog.api.cursor.2"  # another number when a list gets other keys, so that no old cursor is misread
_NO_MATTER = (CURSOR, "limit", "only")
"""What may change from one page of a list to the next."""


def cursor_of(request: Request) -> Any:
    """What `next_url` was given; None without a cursor. Raises ValidationError."""
    text = request.query_params.get(CURSOR)
    if not text:
        return None
    try:
        list_name, position = signing.loads(text, salt=_SALT)
    except signing.BadSignature as error:
        raise _refused("invalid_cursor", _("This cursor was not made here.")) from error
    if list_name != _name(request.path, request.query_params):
        raise _refused("cursor_of_another_list", _("This cursor belongs to another list."))
    return position


def next_url(
    request: Request,
    position: Sequence[Any] | int | None,
    *,
    path: str = "",
    query: QueryDict | None = None,
) -> str | None:
    """The address of what follows `position`, None at the end; by default the request's own but for that."""
    if position is None:
        return None
    path = path or request.path
    query = (request.query_params if query is None else query).copy()
    query[CURSOR] = signing.dumps([_name(path, query), position], salt=_SALT)
    return str(request.build_absolute_uri(f"{path}?{query.urlencode()}"))


def _name(path: str, query: QueryDict) -> str:
    pairs = sorted(
        (name, value) for name, values in query.lists() for value in values if name not in _NO_MATTER
    )
    return hashlib.sha256(repr([path, pairs]).encode()).hexdigest()[:16]


def _refused(code: str, sentence: Any) -> ValidationError:
    return ValidationError({CURSOR: ErrorDetail(str(sentence), code=code)})
