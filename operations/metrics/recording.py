"""From what happens to the instruments."""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from catalog.stages import stage_ended

from .instruments import request_seconds, requests, stage_milliseconds


class MetricsMiddleware:
    """Counts requests by the name of their view: addresses are too many, and hold what shoppers look for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = time.perf_counter()
        response = self._get_response(request)
        view = _view(request)
        request_seconds.labels(view).observe(time.perf_counter() - begun)
        requests.labels(view, _method(request), response.status_code).inc()
        return response


def connect() -> None:
    stage_ended.connect(_observe, dispatch_uid="metrics")


def _observe(*, stage: str, seconds: float, **_: Any) -> None:
    stage_milliseconds.labels(stage).observe(seconds * 1000)


def _view(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match and match.view_name else "none"


def _method(request: HttpRequest) -> str:
    # Anybody can send any word, and each would be a series for ever.
    return request.method if request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} else "other"
