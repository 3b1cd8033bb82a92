from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from redis import Redis

from recommendations.interaction_queue import KEY

Get = Callable[..., HttpResponse]

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def _empty_queue() -> Iterator[None]:
    with Redis.from_url(settings.REDIS_URL) as valkey:
        valkey.delete(KEY)
        yield
        valkey.delete(KEY)


@pytest.fixture
def get(client: Client) -> Get:
    """A person's browser, led by a page of the shop."""

    def got(url: str, **headers: str) -> HttpResponse:
        sent = {"User-Agent": BROWSER, "Referer": "http://testserver/p/other/"} | headers
        return client.get(url, headers=sent)  # type: ignore[return-value]

    return got
