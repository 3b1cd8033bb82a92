"""Who a guest of the API is: whoever shows a token that was given out here.

A cart or wish-list is found by a hash of the token, so that nobody who reads the database can use it; and the
token is signed, so that nobody picks one that others could guess. Nothing is stored when one is given out.
"""

import hashlib
import secrets
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from ..holder import Holder

HEADER = "Guest-Token"
_SIGNER = Signer(salt="shop.api.guest")


def new_token() -> str:
    """192 random bits, signed."""
    return _SIGNER.sign(secrets.token_urlsafe(24))


def key_of(token: str) -> UUID | None:
    """Under which a guest's things are kept; None for a token that was not given out here."""
    try:
        _SIGNER.unsign(token)
    except BadSignature:
        return None
    return UUID(bytes=hashlib.sha256(token.encode()).digest()[:16])


class GuestAuthentication(BaseAuthentication):
    """`request.auth` is the Holder."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Holder] | None:
        token = request.headers.get(HEADER)
        if not token:
            return None
        key = key_of(token)
        if key is None:
            raise AuthenticationFailed(_("This token was not given out here."), "invalid_token")
        return AnonymousUser(), Holder(token=key)

    def authenticate_header(self, request: Request) -> str:
        return HEADER


class GuestTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "shop.api.guests.GuestAuthentication"
    name = "guestToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": HEADER,
            "description": "From `POST /api/v1/carts/`. Whoever has it has the guest's cart and wish-list.",
        }


class HasHolder(BasePermission):
    """A cart or wish-list is somebody's."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, Holder)


class GuestView(APIView):
    """Of things that are somebody's."""

    authentication_classes = [GuestAuthentication]
    permission_classes = [HasHolder]


def holder_of(request: Request) -> Holder:
    """Whoever a GuestView has let through."""
    if not isinstance(request.auth, Holder):
        raise TypeError("this view lets in requests without a holder")
    return request.auth
