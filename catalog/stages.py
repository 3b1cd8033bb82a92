"""How long the stages of a search take, for whoever listens."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.dispatch import Signal

# Sent with `stage`, its name, and `seconds`.
stage_ended = Signal()


@contextmanager
def stage(name: str) -> Iterator[None]:
    """For a block, or as a decorator for all of a function; also when it ends with an error."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        stage_ended.send(sender=None, stage=name, seconds=time.perf_counter() - begun)
