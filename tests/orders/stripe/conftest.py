from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from .provider import SECRET, Stripe, localstripe


@pytest.fixture(scope="package")
def stripe_server() -> Iterator[Stripe]:
    with localstripe() as server:
        yield server


@pytest.fixture
def stripe(stripe_server: Stripe, settings: Settings) -> Iterator[Stripe]:
    """The shop takes cards by Stripe, which remembers nothing of earlier tests."""
    settings.VITRINE_PAYMENT_METHODS = ["invoice", "stripe"]
    settings.STRIPE_SECRET_KEY = "sk_test_vitrine"
    settings.STRIPE_PUBLISHABLE_KEY = "pk_test_vitrine"
    settings.STRIPE_WEBHOOK_SECRET = SECRET
    settings.STRIPE_API_URL = stripe_server.url
    yield stripe_server
    stripe_server.forget()
