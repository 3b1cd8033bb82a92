"""Tokens of systems that feed the catalogue."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.models import User

from ..models import MerchantToken

_PREFIX: Final = "merchant_"
_USE_NOTED_EVERY: Final = timedelta(minutes=1)


def make_token(*, token: MerchantToken) -> str:
    """Stores `token`, and returns what is to be shown once."""
    secret = _PREFIX + secrets.token_urlsafe(32)
    token.digest = _digest(secret)
    token.save()
    return secret


def owner_of(*, secret: str, now: datetime) -> User | None:
    """The member of staff in whose name it speaks; None when it is not good, or that one is no more staff."""
    token = MerchantToken.objects.select_related("user").filter(digest=_digest(secret)).first()
    if token is None or not (token.user.is_active and token.user.is_staff):
        return None
    if token.used_at is None or token.used_at < now - _USE_NOTED_EVERY:
        MerchantToken.objects.filter(pk=token.pk).update(used_at=now)
    return token.user


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
