"""What a shopper sees while the database is away: a page that says so, and a 503 that says when to return."""

import errno
import sys
from http import HTTPStatus
from typing import Final, TypeGuard

from botocore.exceptions import BotoCoreError, ClientError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _

from config.api.problems import MEDIA_TYPE, ROOT, problem
from config.api.problems import server_error as unexpected

from .media.refusals import storage_refusal
from .readiness import RETRY_SECONDS

AWAY: Final = (OperationalError, InterfaceError)
"""A lost or refused connection, a shutdown, a deadlock: what may hold in a moment."""
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}
FULL_STATUS: Final = HTTPStatus.INSUFFICIENT_STORAGE
"""To merchants, who alone store pictures: nothing was stored, and who runs the shop must see to the disk."""


def server_error(request: HttpRequest) -> HttpResponse:
    """What Django calls, while the error is still at hand, after it has logged it."""
    error = sys.exception()
    if _is_of_the_storage(error):
        return _unstored(request, storage_refusal(error))
    if not isinstance(error, AWAY):
        return unexpected(request)
    response = _answer(request)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _is_of_the_storage(error: BaseException | None) -> TypeGuard[Exception]:
    if isinstance(error, OSError):
        return error.errno in FULL
    return isinstance(error, BotoCoreError | ClientError)


def _unstored(request: HttpRequest, why: str) -> HttpResponse:
    if request.path_info.startswith(ROOT):
        body = problem(FULL_STATUS, "unavailable", why)
        return JsonResponse(body, status=FULL_STATUS, content_type=MEDIA_TYPE)
    if request.get_preferred_type(["text/plain", "application/json"]) == "application/json":
        return JsonResponse({"error": why}, status=FULL_STATUS)  # to a script of the desk
    return HttpResponse(why, status=FULL_STATUS, content_type="text/plain; charset=utf-8")


def _answer(request: HttpRequest) -> HttpResponse:
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if request.path_info.startswith(ROOT):
        detail = _("The shop is not available for a moment. Try again shortly.")
        return JsonResponse(problem(status, "unavailable", detail), status=status, content_type=MEDIA_TYPE)
    # Without the request: no context processor may ask the database who this is.
    return HttpResponse(get_template("503.html").render(), status=status)
