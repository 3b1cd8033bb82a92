"""Cursors: where a list goes on, signed, and good for that list alone."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

CURSOR = "cursor"
_SALT = "catalog.api.cursor"
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
    if list_name != _name(request):
        raise _refused("cursor_of_another_list", _("This cursor belongs to another list."))
    return position


def next_url(request: Request, position: Sequence[Any] | int | None) -> str | None:
    """The address of what follows `position`, None at the end."""
    if position is None:
        return None
    query = request.query_params.copy()
    query[CURSOR] = signing.dumps([_name(request), position], salt=_SALT)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _name(request: Request) -> str:
    pairs = sorted(
        (name, value)
        for name, values in request.query_params.lists()
        for value in values
        if name not in _NO_MATTER
    )
    return hashlib.sha256(repr([request.path, pairs]).encode()).hexdigest()[:16]


def _refused(code: str, sentence: Any) -> ValidationError:
    return ValidationError({CURSOR: ErrorDetail(str(sentence), code=code)})
