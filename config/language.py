"""Which language a page is in: the visitor's choice, kept in a cookie, or else what the browser asks for."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which reads the choice from a cookie and does not tell caches so."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        super().process_response(request, response)
        if not response.streaming:  # files are the same in every language
            patch_vary_headers(response, ["Cookie"])
        return response
