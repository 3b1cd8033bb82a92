"""An address that only takes forms, opened by itself: a page with ways on instead of a blank one."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponse]


class WrongMethodMiddleware:
    """Readers come there by reloading, or by changing the language, where a refused form was answered."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if (
            request.method != "GET"
            or response.status_code != HTTPStatus.METHOD_NOT_ALLOWED
            or response.content
        ):
            return response
        page = render(request, "404.html", status=response.status_code)
        page["Allow"] = response["Allow"]
        return page
