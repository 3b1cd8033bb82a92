"""Whose a cart or a wish-list is: a customer's who is signed in, else whoever's has its token."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from .token_cookie import TokenCookie


@dataclass(frozen=True)
class Holder:
    """A customer, or a guest with a token; neither holds nothing yet."""

    customer_id: int | None = None
    token: UUID | None = None

    @property
    def is_known(self) -> bool:
        return self.customer_id is not None or self.token is not None

    @property
    def fields(self) -> dict[str, Any]:
        """What a new cart or list of this holder is made with."""
        if self.customer_id is not None:
            return {"customer_id": self.customer_id}
        return {"token": self.token} if self.token else {}


def holder_of(request: HttpRequest, cookie: TokenCookie) -> Holder:
    """Who is signed in is asked by name: a token that the browser has besides counts for nothing."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Holder(customer_id=user.pk)
    return Holder(token=cookie.read(request))
