"""Whose app asks, as far as its tokens say: read from them alone, without asking the database.

Good for counting, and for nothing that opens anything: whether a customer's session goes on is not known.
"""

from allauth.account.internal.userkit import str_to_user_id
from allauth.headless.tokens.strategies.jwt.internal import decode_token
from django.http import HttpRequest

from .guest_tokens import HEADER, key_of
from .holder import Holder

_BEARER = "Bearer "


def holder_shown(request: HttpRequest) -> Holder:
    """A customer by an access token that has not run out, else a guest; else nobody that is known."""
    shown = request.headers.get("Authorization", "")
    if shown.startswith(_BEARER) and (payload := decode_token(shown.removeprefix(_BEARER), "access")):
        return Holder(customer_id=str_to_user_id(payload["sub"]))
    guest = request.headers.get(HEADER, "")
    return Holder(token=key_of(guest) if guest else None)
