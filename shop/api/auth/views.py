"""What all ways into an account share."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ...guest_tokens import new_token
from ...holder import Holder
from ..customers import leave_out
from ..guests import GuestAuthentication
from .headless import Answer, Headless, ask
from .tokens import TOKENS, SignedInSerializer, tokens


class PendingSerializer(serializers.Serializer[dict[str, Any]]):
    """Nobody is signed in yet."""

    pending = serializers.CharField(help_text="`verify_email`, `login_by_code`: what was sent by mail.")
    session_token = serializers.CharField(help_text="For the header `X-Session-Token` of what comes next.")


SESSION_TOKEN = OpenApiParameter(
    "X-Session-Token", str, OpenApiParameter.HEADER, description="The `session_token` of what went before."
)
_WAITS = {"pending": "verify_email", "session_token": "k3v9x0q2m8"}
SIGNED_IN = OpenApiExample(
    "signed in", value={**TOKENS, "guest_token": None}, response_only=True, status_codes=["200"]
)
WAITS = OpenApiExample("a mail was sent", value=_WAITS, response_only=True, status_codes=["202"])
SIGNS_IN = {200: SignedInSerializer, 202: PendingSerializer}


class AccountUnusable(PermissionDenied):
    default_code = "account_inactive"
    default_detail = _("This account cannot be used. Please write to us.")


class EntranceView(APIView):
    """A way in, also for who is in already. A guest's token that comes along gives its cart and wish-list to
    the account, all or none."""

    authentication_classes = [GuestAuthentication]
    permission_classes = [AllowAny]  # the schema, too, says that the token may be left out
    throttle_scopes = {"POST": "login"}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        leave_out(request, "HTTP_AUTHORIZATION")


def sign_in(request: Request, view: Headless) -> Response:
    """By one of allauth's views: with tokens, or with what is to be done first. Raises AccountUnusable."""
    answer = ask(request, view)
    return signed_in(request, answer) if answer.is_signed_in else waiting(answer)


def signed_in(request: Request, answer: Answer) -> Response:
    pair = tokens(answer.meta["access_token"], answer.meta["refresh_token"])
    guest = new_token() if isinstance(request.auth, Holder) else None
    return Response({**pair, "guest_token": guest})


def waiting(answer: Answer) -> Response:
    """Raises AccountUnusable where nothing is waited for."""
    if not answer.pending:
        raise AccountUnusable
    token = answer.meta.get("session_token", "")
    return Response({"pending": answer.pending, "session_token": token}, status=202)
