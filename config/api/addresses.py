"""Who asks, by the address that the last proxy of ours saw."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

_IPV6_SITE = 64
"""Bits that one subscriber has to itself: counting single addresses there would count nothing."""


def client_address(request: HttpRequest) -> str:
    """The address behind VITRINE_PROXIES proxies; what a client itself writes into the header is not read."""
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    text = seen[-proxies] if 0 < proxies <= len(seen) else str(request.META.get("REMOTE_ADDR", ""))
    return _subscriber(text)


def _subscriber(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return text[:64]
    return str(address) if address.version == 4 else str(ip_network((text, _IPV6_SITE), strict=False))
