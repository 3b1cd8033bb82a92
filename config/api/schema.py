"""How the API is described: each operation with the errors that it may answer besides its success."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework import serializers

from .problems import MEDIA_TYPE

_CODES = {
    400: ("invalid", "limit: Ensure this value is less than or equal to 96."),
    401: ("not_authenticated", "Authentication credentials were not provided."),
    402: ("payment_refused", "The card was declined. Nothing was charged."),
    403: ("permission_denied", "You do not have permission to perform this action."),
    404: ("not_found", "Not found."),
    409: ("conflict", "This was done already, with something else."),
    410: ("withdrawn", "This product is not sold any more."),
    413: ("too_large", "This request is too large."),
    415: ("unsupported_media_type", "Unsupported media type “text/plain” in request."),
    422: ("refused", "Only 3 left of Linen shirt, Blue, M."),
    429: ("throttled", "Request was throttled. Expected available in 12 seconds."),
    503: ("unavailable", "The shop is not available for a moment. Try again shortly."),
}


class FieldErrorSerializer(serializers.Serializer[dict[str, Any]]):
    field = serializers.CharField(help_text="Its name, `lines.0.sku` where it lies deeper; empty for none.")
    code = serializers.CharField(help_text="Stable: `required`, `invalid_choice`, `unknown_parameter`.")
    detail = serializers.CharField(help_text="A sentence for a reader.")


class ProblemSerializer(serializers.Serializer[dict[str, Any]]):
    """RFC 9457, with a stable `code` to decide by, and the id under which the request is logged."""

    type = serializers.CharField()
    title = serializers.CharField(help_text="What the status means.")
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="Stable between releases.")
    detail = serializers.CharField(help_text="A sentence for a reader, in the language of the answer.")
    errors = FieldErrorSerializer(many=True)  # type: ignore[assignment]
    request_id = serializers.CharField()


class Schema(AutoSchema):
    """A view names in `refusals`, by method, the statuses that it answers of its own."""

    def get_description(self) -> str:  # type: ignore[override]  # as in drf-spectacular
        """What an operation says of itself: a docstring is for who changes the view."""
        return ""

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        for status in self._refusals():
            bodies[str(status)] = self._get_response_for_code(  # type: ignore[no-untyped-call]
                _answer(status), str(status), [MEDIA_TYPE], direction
            )
        return bodies

    def _refusals(self) -> Iterator[int]:
        yield 400
        if self.get_auth():
            yield 401
        if "{" in self.path:
            yield 404
        if self.method in ("POST", "PUT", "PATCH") and self.get_request_serializer():
            yield from (413, 415)
        yield from getattr(self.view, "refusals", {}).get(self.method, ())
        yield from (429, 503)


def _answer(status: int) -> OpenApiResponse:
    code, detail = _CODES[status]
    title = HTTPStatus(status).phrase
    errors = (
        [{"field": "limit", "code": "max_value", "detail": detail.partition(": ")[2]}]
        if status == 400
        else []
    )
    value = {"type": "about:blank", "title": title, "status": status, "code": code, "detail": detail}
    value |= {"errors": errors, "request_id": "0b0d6c1f5c9c4c57a3a3f3d8f1a7c0de"}
    return OpenApiResponse(
        ProblemSerializer, title, [OpenApiExample(code, value=value, status_codes=[str(status)])]
    )
