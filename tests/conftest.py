"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from .emptying import TEARDOWN, empty
from .factories import start_over


@pytest.fixture(scope="session", autouse=True)
def quick_emptying() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, TEARDOWN, empty)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """As pytest-django's; no thread's or child's idle session then holds up the database's end."""
    yield
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [connection.settings_dict["NAME"]],
        )


@pytest.fixture(autouse=True)
def numbers_from_one() -> None:
    start_over()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real pictures, with `products/` and `photos/`."""
    folder = os.environ.get("VITRINE_DATA")
    if not folder:
        pytest.skip("VITRINE_DATA is not set: this test needs real pictures")
    return Path(folder)
