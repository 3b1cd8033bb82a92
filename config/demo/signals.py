"""Ctrl-C, SIGTERM and a closed terminal all mean: stop everything, in order."""

import signal
from types import FrameType
from typing import Self

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopRequested(BaseException):
    """Someone asked the demo to stop. Like KeyboardInterrupt, no `except Exception` takes it."""


class StopSignals:
    """Raises StopRequested at the first signal; the next only makes the stop that is under way `hurried`."""

    def __init__(self) -> None:
        self.requested = False
        self.hurried = False

    def __enter__(self) -> Self:
        for number in STOPPING:
            signal.signal(number, self._handle)
        return self

    def __exit__(self, *error: object) -> None:
        """The handlers stay: nothing is left to interrupt but the way out."""
        self.requested = True

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self.requested:
            self.hurried = True
            return
        self.requested = True
        raise StopRequested
