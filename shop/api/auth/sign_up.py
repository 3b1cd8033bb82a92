"""A new account, its address confirmed; and a new password for who forgot it."""

from typing import Any

from allauth.headless.account import views as allauth
from allauth.headless.constants import Client
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.freshness import private
from catalog.api.queries import check_names

from ..bodies import read
from .headless import ask
from .sign_in import CredentialsSerializer, EmailSerializer
from .tokens import SignedInSerializer
from .views import (
    SESSION_TOKEN,
    SIGNED_IN,
    WAITS,
    EntranceView,
    PendingSerializer,
    signed_in,
    waiting,
)

_SIGN_UP = allauth.SignupView.as_api_view(client=Client.APP)
_VERIFY = allauth.VerifyEmailView.as_api_view(client=Client.APP)
_RESET = allauth.RequestPasswordResetView.as_api_view(client=Client.APP)
_RESET_BY_KEY = allauth.ResetPasswordView.as_api_view(client=Client.APP)


class KeySerializer(serializers.Serializer[dict[str, Any]]):
    key = serializers.CharField(max_length=300, help_text="The last part of the link in the mail.")


class NewPasswordSerializer(KeySerializer):
    password = serializers.CharField(max_length=1000, trim_whitespace=False)


@private
class SignUpView(EntranceView):
    refusals = {"POST": (403,)}

    @extend_schema(
        operation_id="auth_signup",
        summary="Open an account",
        description=(
            "A link by mail confirms the address. An address that has an account already gets another "
            "mail, and the same answer."
        ),
        tags=["sign-in"],
        request=CredentialsSerializer,
        responses={202: PendingSerializer},
        examples=[WAITS],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(CredentialsSerializer, request)
        return waiting(ask(request, _SIGN_UP))


@private
class ConfirmEmailView(EntranceView):
    refusals = {"POST": (409,)}

    @extend_schema(
        operation_id="auth_email_confirm",
        summary="Confirm an email address",
        description=(
            "By the key in the link that was sent. With the `X-Session-Token` of the sign-up it also signs "
            "in: 200; without, 204."
        ),
        tags=["sign-in"],
        parameters=[SESSION_TOKEN],
        request=KeySerializer,
        responses={200: SignedInSerializer, 204: None},
        examples=[SIGNED_IN],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(KeySerializer, request)
        answer = ask(request, _VERIFY)
        return signed_in(request, answer) if answer.is_signed_in else Response(status=204)


@private
class ResetPasswordView(EntranceView):
    @extend_schema(
        operation_id="auth_password_reset",
        summary="Have a link sent for a new password",
        description="The same answer whether or not the address has an account.",
        tags=["sign-in"],
        request=EmailSerializer,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(EmailSerializer, request)
        ask(request, _RESET)
        return Response(status=204)


@private
class NewPasswordView(EntranceView):
    @extend_schema(
        operation_id="auth_password_reset_confirm",
        summary="Set a new password by the link's key",
        description="The key is good once. Nobody is signed in by it; whoever was is signed out.",
        tags=["sign-in"],
        request=NewPasswordSerializer,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(NewPasswordSerializer, request)
        ask(request, _RESET_BY_KEY)
        return Response(status=204)
