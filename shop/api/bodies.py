"""Bodies of requests, as serializers understand them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request


def read(serializer_class: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """What was sent, which may be read again afterwards.

    Raises ValidationError, also for names that there are not: a slip is told, not left out.
    """
    _body = request._request.body
    sent: Any = request.data
    serializer = serializer_class(data=sent)
    serializer.is_valid(raise_exception=True)
    unknown = list(_unknown(serializer, sent))
    if unknown:
        detail = ErrorDetail(_("There is no field of this name."), code="unknown_field")
        raise ValidationError({name: [detail] for name in unknown})
    return dict(serializer.validated_data)


def _unknown(
    serializer: serializers.Serializer[Any], sent: Mapping[str, Any], path: str = ""
) -> Iterator[str]:
    for name, value in sent.items():
        field = serializer.fields.get(name)
        if field is None:
            yield f"{path}{name}"
        elif isinstance(field, serializers.Serializer) and value is not None:
            yield from _unknown(field, value, f"{path}{name}.")
