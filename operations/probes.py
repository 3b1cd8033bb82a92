"""`/healthz`, `/readyz` and `/metrics`: for machines, before any host, session or language is looked at."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from .metrics.access import may_read_metrics
from .metrics.exposition import CONTENT_TYPE, exposition
from .readiness import RETRY_SECONDS, readiness


class ProbesMiddleware:
    """Answers the three itself: a balancer names no host of ours, and speaks plain HTTP."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        probe = PROBES.get(request.path_info)
        return probe(request) if probe else self._get_response(request)


def healthz(request: HttpRequest) -> HttpResponse:
    """The process runs. Says nothing of what it depends on, or a dead database would restart every web."""
    return _unkept(HttpResponse("ok\n", content_type="text/plain"))


def readyz(request: HttpRequest) -> HttpResponse:
    """503 while requests had better go to another process."""
    found = readiness()
    response = JsonResponse(found.as_json(), status=200 if found.is_ready else 503)
    if not found.is_ready:
        response["Retry-After"] = str(RETRY_SECONDS)
    return _unkept(response)


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text. 404 for whoever may not know that it is there."""
    if not may_read_metrics(request):
        return _unkept(HttpResponse("Not found\n", status=404, content_type="text/plain"))
    return _unkept(HttpResponse(exposition(), content_type=CONTENT_TYPE))


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": healthz,
    "/readyz": readyz,
    "/metrics": metrics,
}
