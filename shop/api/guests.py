"""Who a guest of the API is: whoever shows a token that was given out here."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from ..guest_tokens import HEADER, key_of
from ..holder import Holder


class GuestAuthentication(BaseAuthentication):
    """`request.auth` is the Holder."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Holder] | None:
        token = request.headers.get(HEADER)
        if not token:
            return None
        key = key_of(token)
        if key is None:
            raise AuthenticationFailed(_("This token was not issued here."), "invalid_token")
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
