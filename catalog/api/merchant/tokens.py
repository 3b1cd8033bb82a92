"""Who feeds the catalogue: whoever shows a token that a member of staff was given."""

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from ...services.merchant_tokens import owner_of

HEADER = "Merchant-Token"


class MerchantAuthentication(BaseAuthentication):
    """`request.user` is the member of staff in whose name the token speaks."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        secret = request.headers.get(HEADER)
        if not secret:
            return None
        user = owner_of(secret=secret, now=timezone.now())
        if user is None:
            raise AuthenticationFailed(_("This token is invalid or has been revoked."), "invalid_token")
        return user, None

    def authenticate_header(self, request: Request) -> str:
        return HEADER


class MerchantTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "catalog.api.merchant.tokens.MerchantAuthentication"
    name = "merchantToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": HEADER,
            "description": "Made in the admin; has the rights of the member of staff that it is of.",
        }


class HasRights(BasePermission):
    """The view's `rights`, permissions of Django, are all its user's."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        rights: tuple[str, ...] = getattr(view, "rights", ())
        return bool(request.user.is_authenticated) and request.user.has_perms(rights)
