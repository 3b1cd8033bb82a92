"""Errors of the API as `application/problem+json` (RFC 9457).

`code` and the codes of fields are stable between releases, `detail` is a sentence in the reader's language.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, TypedDict

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import defaults
from rest_framework.exceptions import (
    APIException,
    AuthenticationFailed,
    ErrorDetail,
    NotAuthenticated,
    ParseError,
    PermissionDenied,
    Throttled,
    ValidationError,
)
from rest_framework.response import Response
from rest_framework.views import exception_handler

from config.request_id import request_id

from .limits import Throttle, is_counted

MEDIA_TYPE = "application/problem+json"
ROOT = "/api/"


class BodyTooLarge(APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"
    default_detail = _("This request is too large.")


class FieldError(TypedDict):
    field: str
    code: str
    detail: str


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """What Django REST framework calls for whatever a view raises; None leaves it to Django."""
    if isinstance(error, RequestDataTooBig):
        error = BodyTooLarge()
    elif isinstance(error, UnreadablePostError):
        error = ParseError()
    elif isinstance(error, (NotAuthenticated, AuthenticationFailed, PermissionDenied)):
        error = _counted(error, context)
    answer = exception_handler(error, context)
    if answer is not None:
        errors = list(_field_errors(answer.data)) if isinstance(error, ValidationError) else []
        code = "invalid" if errors else _code(answer.data)
        is_late = isinstance(error, Throttled)
        detail = _later(int(answer["Retry-After"])) if is_late else _detail(answer.data, errors)
        answer.data = problem(answer.status_code, code, detail, errors)
        answer.content_type = MEDIA_TYPE
    return answer


def _counted(error: APIException, context: dict[str, Any]) -> APIException:
    """Django REST framework counts only whom it lets in: wrong tokens are not tried without end, either."""
    request, throttle = context["request"], Throttle()
    if is_counted(request) or throttle.allow_request(request, context["view"]):
        return error
    return Throttled(throttle.wait())


def _later(seconds: int) -> str:
    words = ngettext(
        "Too many requests. Try again in %(seconds)s second.",
        "Too many requests. Try again in %(seconds)s seconds.",
        seconds,
    )
    return words % {"seconds": seconds}


def problem(status: int, code: str, detail: str, errors: list[FieldError] | None = None) -> dict[str, Any]:
    """The members of RFC 9457, and ours. What a status means needs no page of its own: `about:blank`."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "errors": errors or [],
        "request_id": request_id(),
    }


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django calls for a request that it would not take."""
    if not request.path_info.startswith(ROOT):
        return defaults.bad_request(request, exception)
    return _answer(HTTPStatus.BAD_REQUEST, "bad_request", "This request cannot be read.")


def server_error(request: HttpRequest) -> HttpResponse:
    """What Django calls after it has logged what nobody expected."""
    if not request.path_info.startswith(ROOT):
        return defaults.server_error(request)
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "server_error", "Something went wrong on our side.")


def _answer(status: int, code: str, detail: str) -> HttpResponse:
    return JsonResponse(problem(status, code, detail), status=status, content_type=MEDIA_TYPE)


def _detail(data: Any, errors: list[FieldError]) -> str:
    if errors:
        first = errors[0]
        return f"{first['field']}: {first['detail']}" if first["field"] else first["detail"]
    return str(data["detail"])


def _code(data: Any) -> str:
    detail = data["detail"]
    return str(detail.code) if isinstance(detail, ErrorDetail) else "error"


def _field_errors(data: Any, path: str = "") -> Iterator[FieldError]:
    """Each message under the name of its field: `lines.0.sku`; empty for what is no field's."""
    if isinstance(data, dict):
        for name, inner in data.items():
            name = "" if name == "non_field_errors" else str(name)
            yield from _field_errors(inner, ".".join(filter(None, (path, name))))
    elif isinstance(data, list):
        for place, inner in enumerate(data):
            yield from _field_errors(inner, path if isinstance(inner, str) else f"{path}.{place}")
    else:
        code = str(data.code) if isinstance(data, ErrorDetail) else "invalid"
        yield FieldError(field=path, code=code, detail=str(data))
