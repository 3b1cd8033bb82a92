"""What a guest looked at: the ids of products in a cookie of the browser's, and nowhere else."""

from collections.abc import Sequence
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import MAX_VIEWINGS

MOST: Final = MAX_VIEWINGS
COOKIE: Final = "recently_viewed"
_MAX_AGE_SECONDS = 30 * 24 * 60 * 60
_LARGEST_ID = 2**63 - 1


def viewed_products(request: HttpRequest) -> list[int]:
    """The latest first, no more than MOST."""
    return read_ids(request.COOKIES.get(COOKIE, ""))[:MOST]


def read_ids(text: str) -> list[int]:
    """Of "12.7.9", each once; whatever is no id is left out, and what comes after many is not read."""
    parts = text.split(".")[: 2 * MOST]
    ids = (int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 20)
    return list(dict.fromkeys(number for number in ids if 0 < number <= _LARGEST_ID))


def with_viewed(product_ids: Sequence[int], product_id: int) -> list[int]:
    """`product_id` first, then the others; no more than MOST."""
    return [product_id, *(number for number in product_ids if number != product_id)][:MOST]


def remember_viewed(response: HttpResponse, product_ids: Sequence[int]) -> None:
    """For 30 days from now."""
    response.set_cookie(
        COOKIE,
        ".".join(map(str, product_ids)),
        max_age=_MAX_AGE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_viewed(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")
