"""Who counts as one shopper, by a key that leads back to nobody; and who is not counted at all."""

import re
from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from shop.cart_cookie import cart_holder
from shop.holder import Holder

_BOTS = re.compile(
    r"bot|crawl|spider|slurp|preview|scrap|fetch|monitor|lighthouse|headless|python|curl|wget|java/|go-http|http",
    re.IGNORECASE,
)
"""What programs that are no browser call themselves; a browser has none of these words in its name."""


def shopper_key(request: HttpRequest) -> UUID:
    """A customer's or a cart's; a visitor without either has one for the day.

    Nothing is stored in a browser for it, and neither address nor browser can be read from it.
    """
    holder = cart_holder(request)
    return holder_key(holder) if holder.is_known else _visit_key(request, timezone.localdate())


def holder_key(holder: Holder) -> UUID:
    """The key of the customer, or of the guest with this cart."""
    if holder.customer_id is not None:
        return _digest(f"customer {holder.customer_id}")
    return _digest(f"cart {holder.token}")


def is_counted(request: HttpRequest) -> bool:
    """Whether a person looks at this: no bot, no page that is fetched ahead, nobody of the shop's own."""
    agent = request.headers.get("User-Agent", "")
    if request.method == "HEAD" or not agent or _BOTS.search(agent):
        return False
    if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")):
        return False
    user = getattr(request, "user", None)
    return not (user and user.is_staff)


def came_from_here(request: HttpRequest) -> bool:
    """Whether a page of this shop led here: a link that was shared or kept is no click on a tile."""
    origin = f"{request.scheme}://{request.get_host()}/"
    return request.headers.get("Referer", "").startswith(origin)


def _visit_key(request: HttpRequest, day: date) -> UUID:
    return _digest(f"visit {day} {_address(request)} {request.headers.get('User-Agent', '')}")


def _address(request: HttpRequest) -> str:
    """As the last of our own proxies saw it."""
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return seen[-proxies] if 0 < proxies <= len(seen) else str(request.META.get("REMOTE_ADDR", ""))


def _digest(text: str) -> UUID:
    return UUID(bytes=salted_hmac("recommendations.shoppers", text, algorithm="sha256").digest()[:16])
