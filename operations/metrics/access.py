"""Who may read the metrics."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare


def may_read_metrics(request: HttpRequest) -> bool:
    """Who shows the token, or asks directly, past every proxy, from one of the networks that are named."""
    token = settings.VITRINE_METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and constant_time_compare(given, token):
        return True
    return "X-Forwarded-For" not in request.headers and _is_near(request.META.get("REMOTE_ADDR", ""))


def _is_near(address: str) -> bool:
    try:
        asker = ip_address(address)
    except ValueError:  # a socket of the file system has no address
        return False
    return any(asker in network for network in settings.VITRINE_METRICS_NETWORKS)
