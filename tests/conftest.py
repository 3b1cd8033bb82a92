"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import TransactionTestCase

from .emptying import TEARDOWN, empty
from .factories import start_over


@pytest.fixture(scope="session", autouse=True)
def quick_emptying() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, TEARDOWN, empty)
        yield


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
