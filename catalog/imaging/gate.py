"""No more pictures are decoded at once than there are cores: more would only cost memory."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from catalog.imaging.errors import PictureBusy

CORES = len(os.sched_getaffinity(0))
_turns = threading.BoundedSemaphore(CORES)


@contextmanager
def turn(wait_seconds: float) -> Iterator[None]:
    """Hold one of the process's decoding places; PictureBusy when none frees up in time."""
    if not _turns.acquire(timeout=wait_seconds):
        raise PictureBusy
    try:
        yield
    finally:
        _turns.release()
