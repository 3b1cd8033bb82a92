"""What the shop's views need of htmx."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponseRedirect
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


class SeeOther(HttpResponseRedirect):
    """After a form was sent: the page to get next."""

    status_code = HTTPStatus.SEE_OTHER


def wants_fragment(request: HtmxRequest) -> bool:
    """Whether a part of the page is asked for; Back wants the whole."""
    return bool(request.htmx) and not request.htmx.history_restore_request
