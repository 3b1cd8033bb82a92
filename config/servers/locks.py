"""Advisory file locks: the kernel drops them with the process that held them, however it ended."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FileLock:
    """One flock on one file, given up by `release` or by the end of the process. No child inherits it."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def share(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def wait(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def attempt(self) -> bool:
        """Whether the lock could be had alone, at once."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        os.close(self._file)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Waits until nobody else is inside."""
    lock = FileLock(path)
    try:
        lock.wait()
        yield
    finally:
        lock.release()


def is_held(path: Path) -> bool:
    """Whether anyone, this process included, holds the lock."""
    lock = FileLock(path)
    try:
        return not lock.attempt()
    finally:
        lock.release()
