from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from .provider import Stripe, localstripe, offer


@pytest.fixture(scope="package")
def stripe_server() -> Iterator[Stripe]:
    with localstripe() as server:
        yield server


@pytest.fixture
def stripe(stripe_server: Stripe, settings: Settings) -> Iterator[Stripe]:
    """The shop takes cards by Stripe, which remembers nothing of earlier tests."""
    offer(settings, stripe_server)
    yield stripe_server
    stripe_server.forget()
