from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _leave_no_language_behind() -> Iterator[None]:
    # A request leaves its language to the thread, and the next test would ask in it.
    with translation.override("en"):
        yield
