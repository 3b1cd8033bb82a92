"""Bodies of requests, as serializers understand them."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request


def read(serializer_class: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """What was sent, which may be read again afterwards. Raises ValidationError."""
    _ = request._request.body
    serializer = serializer_class(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)
