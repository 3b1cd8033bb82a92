"""A name for each request, in the answer and in every line that is logged on its behalf."""

import logging
import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER = "X-Request-ID"
_current: ContextVar[str] = ContextVar("request_id", default="-")
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")


def request_id() -> str:
    """Of the request that is being answered, or on whose behalf a task runs; "-" outside of both."""
    return _current.get()


def set_request_id(value: str) -> None:
    _current.set(value)


class RequestIdMiddleware:
    """Takes the name that a proxy or a client gave, if it is one, and makes one otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "")
        # Until the next one: Django logs an answer after the last middleware is through with it.
        _current.set(given if _GIVEN.fullmatch(given) else uuid.uuid4().hex)
        response = self._get_response(request)
        response[HEADER] = request_id()
        return response


class RequestIdFilter(logging.Filter):
    """Gives each record `request_id`, for formatters."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id()
        return True
