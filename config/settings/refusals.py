"""What a deployed shop does not start with."""

from collections.abc import Sequence
from typing import Final

from django.core.exceptions import ImproperlyConfigured

_KEY_LETTERS: Final = 50
_KEY_VARIETY: Final = 5


def refuse_unsafe(*, secret_key: str, hosts: Sequence[str], debug: bool, url: str, https: bool) -> None:
    """Raises ImproperlyConfigured with every reason, each a sentence that says what to do."""
    reasons = [
        *_of_the_key(secret_key),
        *(["ALLOWED_HOSTS names every host: name the shop's own."] if _any_host(hosts) else []),
        *(["DEBUG is set, and would show the shop's insides to everybody: unset it."] if debug else []),
    ]
    if https and not url.startswith("https://"):
        reasons.append(f"VITRINE_URL is {url}: set it to the shop's own address, with https.")
    if reasons:
        raise ImproperlyConfigured(" ".join(reasons))


def refuse_contradictions(*, bucket: str, endpoint: str, cdn: str, signed: bool) -> None:
    """Raises ImproperlyConfigured."""
    if not bucket and (endpoint or cdn):
        raise ImproperlyConfigured(
            "VITRINE_S3_ENDPOINT or VITRINE_S3_CDN is set without VITRINE_S3_BUCKET: "
            "name the bucket, or unset them."
        )
    if cdn and signed:
        raise ImproperlyConfigured(
            "VITRINE_S3_CDN serves plain addresses and VITRINE_S3_SIGNED_URLS asks for signed ones: "
            "set the latter to 0."
        )


def _of_the_key(key: str) -> list[str]:
    if key.startswith("django-insecure-") or len(key) < _KEY_LETTERS or len(set(key)) < _KEY_VARIETY:
        return [
            "SECRET_KEY is short or a default one: set it to what "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))' prints."
        ]
    return []


def _any_host(hosts: Sequence[str]) -> bool:
    return any(host.strip() in ("*", ".") for host in hosts)
