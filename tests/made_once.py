"""Rows that all tests of a file start from, made once: each test's transaction lies within theirs.

Not for tests that commit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.transaction import atomic, set_rollback
from pytest_django.plugin import DjangoDbBlocker

from .factories import reached, start_over

T = TypeVar("T")


@dataclass(frozen=True)
class MadeOnce(Generic[T]):
    _made: T
    _reached: int

    def again(self) -> T:
        """As if made just now: copies, which a test may change, and the factories count on from here."""
        start_over(self._reached)
        return deepcopy(self._made)


@contextmanager
def made_once(blocker: DjangoDbBlocker, make: Callable[[], T]) -> Iterator[MadeOnce[T]]:
    """For a fixture of a module, which asks for `django_db_setup`, too."""
    with blocker.unblock(), atomic():
        start_over()
        made = MadeOnce(make(), reached())
        with blocker.block():
            yield made
        set_rollback(True)
