"""The tokens of a customer's session: a short one that opens, and one that is good once for the next pair."""

from typing import Any

from allauth.headless import app_settings
from allauth.headless.internal.sessionkit import lookup_session
from allauth.headless.tokens.strategies.jwt import internal as jwt
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from rest_framework import serializers


class TokensSerializer(serializers.Serializer[dict[str, Any]]):
    access_token = serializers.CharField(help_text="For the header `Authorization: Bearer …`.")
    refresh_token = serializers.CharField(help_text="For the next pair, once.")
    expires_in = serializers.IntegerField(help_text="Seconds that the access token is good for.")


class SignedInSerializer(TokensSerializer):
    guest_token = serializers.CharField(
        allow_null=True,
        help_text="In place of the `Guest-Token` that was shown, whose cart and wish-list are the account's "
        "now. Null where none was.",
    )


TOKENS = {
    "access_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.8dWk0r9i",
    "refresh_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.Q5m1s7uT",
    "expires_in": 900,
}


def tokens(access: str, refresh: str) -> dict[str, Any]:
    lifetime: int = settings.HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN
    return {"access_token": access, "refresh_token": refresh, "expires_in": lifetime}


def tokens_of_session(session_key: str) -> dict[str, Any]:
    """The first pair of a session whose key has changed, as another password changes it."""
    session = lookup_session(session_key)
    request = HttpRequest()
    request.session = session
    user = get_user(request)
    pair = jwt.create_access_token(user, session, {}), jwt.create_refresh_token(user, session)
    session.save()
    return tokens(*pair)


@transaction.atomic
def refreshed(refresh_token: str) -> dict[str, Any] | None:
    """The next pair; None for a token that was used, has run out, or whose session was ended.

    The session is locked: of two that show the same token at once, one is answered.
    """
    payload = jwt.decode_token(refresh_token, "refresh")
    if payload is None:
        return None
    key = jwt.session_key_from_sid(payload["sid"])
    Session.objects.select_for_update().filter(session_key=key).first()
    pair = app_settings.TOKEN_STRATEGY.refresh_token(refresh_token)
    return tokens(*pair) if pair else None
