"""Asking allauth's own headless views from within the API's.

Theirs are the flows, sessions and limits of attempts; a page and the API sign in by the same rules. What they
answer is said here as the rest of the API says it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from allauth.core.exceptions import ImmediateHttpResponse
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import (
    APIException,
    AuthenticationFailed,
    ErrorDetail,
    Throttled,
    ValidationError,
)
from rest_framework.request import Request

from ...account_adapter import MAIL_NOT_SENT, MailNotSent

Headless = Callable[[HttpRequest], HttpResponseBase]

_TOO_MANY: Final = frozenset({"too_many_login_attempts", "rate_limited"})
_ATTEMPTS_WINDOW: Final = 300
"""Seconds after which wrong passwords for one address are forgotten (allauth's login_failed)."""
_WINDOW: Final = 60


class NotNow(APIException):
    """What was asked for does not fit to what went before."""

    status_code = 409
    default_code = "conflict"
    default_detail = _("This is not what the sign-in waits for. Begin again.")


class MailServerAway(APIException):
    status_code = 503
    default_code = "mail_not_sent"
    default_detail = MAIL_NOT_SENT


@dataclass(frozen=True)
class Answer:
    """What allauth said, in its own words: `flows` are ways on, `meta` has its tokens."""

    status: int
    flows: tuple[dict[str, Any], ...] = ()
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def is_signed_in(self) -> bool:
        return "access_token" in self.meta

    @property
    def pending(self) -> str:
        """What still is to be done before somebody is signed in."""
        return next((flow["id"] for flow in self.flows if flow.get("is_pending")), "")


def ask(request: Request, view: Headless) -> Answer:
    """With the request's own method, headers and body. All that it changes is kept together.

    Raises ValidationError, Throttled, NotNow, AuthenticationFailed and MailServerAway.
    """
    try:
        with transaction.atomic():
            response = _response(view, request._request)
    except MailNotSent as error:
        raise MailServerAway from error
    said: dict[str, Any] = json.loads(getattr(response, "content", b"") or b"{}")
    _check(response.status_code, said.get("errors", ()))
    flows = (said.get("data") or {}).get("flows", ()) if isinstance(said.get("data"), dict) else ()
    return Answer(response.status_code, tuple(flows), said.get("meta") or {})


def _response(view: Headless, request: HttpRequest) -> HttpResponseBase:
    # A refusal is an answer, too: the tries that it counts are kept.
    try:
        return view(request)
    except ImmediateHttpResponse as answered:
        refused: HttpResponseBase = answered.response
        return refused


def _check(status: int, errors: list[dict[str, str]]) -> None:
    if status == 400:
        if any(error["code"] in _TOO_MANY for error in errors):
            raise Throttled(_ATTEMPTS_WINDOW)
        raise ValidationError(_by_field(errors))
    if status == 409:
        raise NotNow
    if status == 410:
        raise AuthenticationFailed(_("This sign-in has expired. Begin again."), "invalid_token")
    if status == 429:
        raise Throttled(_WINDOW)


def _by_field(errors: list[dict[str, str]]) -> dict[str, list[ErrorDetail]]:
    fields: dict[str, list[ErrorDetail]] = {}
    for error in errors:
        name = error.get("param", "non_field_errors")
        fields.setdefault(name, []).append(ErrorDetail(error["message"], code=error["code"] or "invalid"))
    return fields
