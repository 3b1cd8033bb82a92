"""What a guest has is found by a token in a signed cookie."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_MAX_AGE_SECONDS = 90 * 24 * 60 * 60


@dataclass(frozen=True)
class TokenCookie:
    """Holds a token for 90 days from the last time it was handed out."""

    name: str

    def read(self, request: HttpRequest) -> UUID | None:
        """None without a genuine, unexpired cookie."""
        value = request.get_signed_cookie(self.name, default=None, salt=self._salt, max_age=_MAX_AGE_SECONDS)
        return UUID(value) if value else None

    def hand_out(self, response: HttpResponse, token: UUID) -> None:
        response.set_signed_cookie(
            self.name,
            str(token),
            salt=self._salt,
            max_age=_MAX_AGE_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )

    def take_back(self, response: HttpResponse) -> None:
        response.delete_cookie(self.name, samesite="Lax")

    @property
    def _salt(self) -> str:
        return f"shop.{self.name}"
