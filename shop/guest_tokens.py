"""What a guest of the API shows: a token that was given out here.

A cart or wish-list is found by a hash of the token, so that nobody who reads the database can use it; and the
token is signed, so that nobody picks one that others could guess. Nothing is stored when one is given out.
"""

import hashlib
import secrets
from uuid import UUID

from django.core.signing import BadSignature, Signer

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
