"""How much one shopper may ask for in a time (docs/api.md).

A view names in `throttle_scopes`, by method, the limits that are not "everything". A signed-in customer is
counted under the account and the address, a guest under the address alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from .addresses import client_address
from .counters import Count, counters

if TYPE_CHECKING:
    from rest_framework.views import APIView  # which reads the settings that name this module

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_ATTRIBUTE = "api_limit"


@dataclass(frozen=True)
class Limit:
    """`most` requests in `seconds`."""

    most: int
    seconds: int

    @classmethod
    def parse(cls, text: str) -> "Limit":
        """From "20/minute". Raises ValueError."""
        most, _slash, unit = text.partition("/")
        if unit not in _SECONDS:
            raise ValueError(f"{text!r} is no limit: write it as 20/minute (or second, hour, day)")
        return cls(int(most), _SECONDS[unit])


@dataclass(frozen=True)
class _State:
    limit: Limit
    count: Count

    @property
    def is_over(self) -> bool:
        return self.count.count > self.limit.most

    @property
    def left(self) -> int:
        return max(0, self.limit.most - self.count.count)


class Throttle(BaseThrottle):
    """Counts, and remembers what the answer's headers are to say."""

    _state: _State

    def allow_request(self, request: Request, view: "APIView") -> bool:
        scope: str = getattr(view, "throttle_scopes", {}).get(request.method, "everything")
        limit = Limit.parse(settings.VITRINE_LIMITS[scope])
        states = [
            _State(limit, counters().add(f"limit:{scope}:{who}", window=limit.seconds))
            for who in _who(request)
        ]
        self._state = min(states, key=lambda state: state.left)
        setattr(request._request, _ATTRIBUTE, self._state)
        return not any(state.is_over for state in states)

    def wait(self) -> float:
        return max(1.0, self._state.count.seconds_left)


def is_counted(request: Request) -> bool:
    return hasattr(request._request, _ATTRIBUTE)


class LimitHeadersMiddleware:
    """Says in each answer of the API what is left (draft-ietf-httpapi-ratelimit-headers)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        state: _State | None = getattr(request, _ATTRIBUTE, None)
        if state:
            response["RateLimit-Limit"] = str(state.limit.most)
            response["RateLimit-Remaining"] = str(state.left)
            response["RateLimit-Reset"] = str(ceil(state.count.seconds_left))
        return response


def _who(request: Request) -> list[str]:
    who = [f"address:{client_address(request._request)}"]
    if request.user and request.user.is_authenticated:
        who.append(f"user:{request.user.pk}")
    return who
