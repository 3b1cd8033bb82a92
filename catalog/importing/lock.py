"""One import at a time: two would race for the same ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

_KEY: Final = 0x7669_7472_696E_6501
"""Any number that no other advisory lock of the project has."""


class ImportRunningError(Exception):
    """Another import holds the lock."""


@contextmanager
def import_lock() -> Iterator[None]:
    """Held by the database connection, and so gone with its process. Raises ImportRunningError."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_KEY])
        (held,) = cursor.fetchone() or (False,)
    if not held:
        raise ImportRunningError("Another import is running. Wait until it has ended.")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_KEY])
