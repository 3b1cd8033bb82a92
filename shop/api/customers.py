"""Who a customer of the API is: whoever shows an access token that holds, of a session that goes on."""

from typing import Any

from allauth.headless.contrib.rest_framework.authentication import JWTTokenAuthentication
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView


class CustomerAuthentication(JWTTokenAuthentication):  # type: ignore[misc]
    """Its session is looked up each time: signing out, or another password, ends it at once."""

    def authenticate_credentials(self, key: str) -> tuple[User, Any]:
        try:
            found: tuple[User, Any] = super().authenticate_credentials(key)
        except AuthenticationFailed as error:
            raise AuthenticationFailed(
                _("This token has expired or was revoked. Sign in again."), "invalid_token"
            ) from error
        return found


class CustomerTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "shop.api.customers.CustomerAuthentication"
    name = "customerToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "The `access_token` from signing in.",
        }


class CustomerView(APIView):
    """Of what an account has. allauth is not to be told of another session than the access token's."""

    authentication_classes = [CustomerAuthentication]
    permission_classes = [IsAuthenticated]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        leave_out(request, "HTTP_X_SESSION_TOKEN")


def leave_out(request: Request, header: str) -> None:
    """For whoever reads the request from now on; by its name in META."""
    request._request.META.pop(header, None)
    vars(request._request).pop("headers", None)  # which Django keeps once they are read


def customer_of(request: Request) -> User:
    """Whoever a CustomerView has let through."""
    if not isinstance(request.user, User):
        raise TypeError("this view lets in requests without a customer")
    return request.user
