"""A bounded number of encoders per process, each used by one thread at a time."""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from recommendations.encoders.base import Encoder
from recommendations.encoders.registry import load_encoder

WAITING_PER_ENCODER = 16


class EncoderBusy(Exception):  # noqa: N818 - it says what is the case, not what went wrong
    """Every encoder is in use and none came free in time, or too many callers wait already."""


class EncoderPool:
    """Encoders of one key, made when first needed and kept. A forked child starts with none of its own."""

    def __init__(
        self, key: str, *, size: int, wait_seconds: float, folders: Iterable[str | Path] = ()
    ) -> None:
        self.key = key
        self.size = size
        self.wait_seconds = wait_seconds
        self._folders = tuple(folders)
        self._start_empty()
        os.register_at_fork(after_in_child=self._start_empty)

    @contextmanager
    def encoder(self) -> Iterator[Encoder]:
        """An encoder for this thread alone. Raises EncoderBusy, UnknownEncoder, EncoderArtefactError."""
        free, idle = self._wait_for_turn(), self._idle
        try:
            mine = idle.pop() if idle else load_encoder(self.key, self._folders)
            try:
                yield mine
            finally:
                idle.append(mine)
        finally:
            free.release()

    def _wait_for_turn(self) -> threading.Semaphore:
        free = self._free
        if free.acquire(blocking=False):
            return free
        with self._counting:
            if self._waiting >= self.size * WAITING_PER_ENCODER:
                raise EncoderBusy(f"{self._waiting} callers already wait for the encoder {self.key}.")
            self._waiting += 1
        try:
            if not free.acquire(timeout=self.wait_seconds):
                raise EncoderBusy(f"No encoder {self.key} came free within {self.wait_seconds:g} s.")
        finally:
            with self._counting:
                self._waiting -= 1
        return free

    def _start_empty(self) -> None:
        # A child inherits neither a loaded interpreter nor a lock that some other thread of its parent held.
        self._free = threading.BoundedSemaphore(self.size)
        self._counting = threading.Lock()
        self._waiting = 0
        self._idle: list[Encoder] = []


_pools: dict[str, EncoderPool] = {}


def shared_pool(key: str) -> EncoderPool:
    """This process's pool of encoders of this key, as large and as patient as the settings say."""
    if key not in _pools:
        # Two threads may both make one: setdefault keeps the first, and an unused pool holds nothing.
        _pools.setdefault(
            key,
            EncoderPool(
                key,
                size=settings.VITRINE_ENCODER_POOL_SIZE or len(os.sched_getaffinity(0)),
                wait_seconds=settings.VITRINE_ENCODER_WAIT_SECONDS,
                folders=settings.VITRINE_ENCODER_DIRS,
            ),
        )
    return _pools[key]
