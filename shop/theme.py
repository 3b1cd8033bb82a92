"""Light, dark, or as the visitor's system has it: a choice kept in a cookie, read before the page is sent."""

from django.http import HttpRequest, HttpResponse

COOKIE = "theme"
THEMES = ("light", "dark")
_MAX_AGE_SECONDS = 365 * 24 * 60 * 60


def theme(request: HttpRequest) -> dict[str, str]:
    """A context processor; empty where the system decides."""
    chosen = request.COOKIES.get(COOKIE, "")
    return {"theme": chosen if chosen in THEMES else ""}


def remember_theme(response: HttpResponse, chosen: str) -> None:
    """Anything but a theme leaves it to the system again."""
    if chosen in THEMES:
        response.set_cookie(COOKIE, chosen, max_age=_MAX_AGE_SECONDS, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
