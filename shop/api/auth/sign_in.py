"""Ways in for who has an account: by password, by a code sent by mail; the next pair of tokens; and out."""

from typing import Any

from allauth.headless.account import views as allauth
from allauth.headless.constants import Client
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import shown
from catalog.api.freshness import private
from catalog.api.queries import check_names

from ..bodies import read
from ..customers import CustomerView
from .headless import ask
from .tokens import TOKENS, TokensSerializer, refreshed
from .views import SESSION_TOKEN, SIGNED_IN, SIGNS_IN, WAITS, EntranceView, PendingSerializer, sign_in

_LOGIN = allauth.LoginView.as_api_view(client=Client.APP)
_REQUEST_CODE = allauth.RequestLoginCodeView.as_api_view(client=Client.APP)
_CONFIRM_CODE = allauth.ConfirmLoginCodeView.as_api_view(client=Client.APP)
_SESSION = allauth.SessionView.as_api_view(client=Client.APP)


class EmailSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.EmailField(max_length=254)


class CredentialsSerializer(EmailSerializer):
    password = serializers.CharField(max_length=1000, trim_whitespace=False)


class SignInCodeSerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField(max_length=20)


class RefreshSerializer(serializers.Serializer[dict[str, Any]]):
    refresh_token = serializers.CharField(max_length=2000)


@private
class LoginView(EntranceView):
    refusals = {"POST": (403,)}

    @extend_schema(
        operation_id="auth_login",
        summary="Sign in by password",
        description=(
            "An address that is not confirmed yet is sent its link again: 202. A wrong password and an "
            "unknown address look the same."
        ),
        tags=["sign-in"],
        request=CredentialsSerializer,
        responses=SIGNS_IN,
        examples=[SIGNED_IN, WAITS],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(CredentialsSerializer, request)
        return sign_in(request, _LOGIN)


@private
class CodeView(EntranceView):
    @extend_schema(
        operation_id="auth_code_create",
        summary="Have a code sent to sign in by",
        description="The same answer whether or not the address has an account.",
        tags=["sign-in"],
        request=EmailSerializer,
        responses={202: PendingSerializer},
        examples=[WAITS],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(EmailSerializer, request)
        return sign_in(request, _REQUEST_CODE)


@private
class CodeConfirmView(EntranceView):
    refusals = {"POST": (403, 409)}

    @extend_schema(
        operation_id="auth_code_confirm",
        summary="Sign in by the code",
        description="Good for a few minutes and a few tries; 409 where no code is waited for.",
        tags=["sign-in"],
        parameters=[SESSION_TOKEN],
        request=SignInCodeSerializer,
        responses=SIGNS_IN,
        examples=[SIGNED_IN, WAITS],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(SignInCodeSerializer, request)
        return sign_in(request, _CONFIRM_CODE)


@private
class RefreshView(APIView):
    throttle_scopes = {"POST": "login"}
    refusals = {"POST": (401,)}

    @extend_schema(
        operation_id="auth_refresh",
        summary="Get the next pair of tokens",
        description="A refresh token is good once. One that was used, has run out or was called back: 401.",
        tags=["sign-in"],
        request=RefreshSerializer,
        responses=TokensSerializer,
        examples=shown(TOKENS),
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        pair = refreshed(read(RefreshSerializer, request)["refresh_token"])
        if pair is None:
            raise AuthenticationFailed(
                _("This token has expired or was revoked. Sign in again."), "invalid_token"
            )
        return Response(pair)

    def get_authenticate_header(self, request: Request) -> str:
        return "Bearer"


@private
class SessionView(CustomerView):
    @extend_schema(
        operation_id="auth_session_destroy",
        summary="Sign out",
        description="Both tokens open nothing from now on.",
        tags=["sign-in"],
        responses={204: None},
    )
    def delete(self, request: Request) -> Response:
        check_names(request)
        ask(request, _SESSION)
        return Response(status=204)
