"""The processes of the demo: each in a session of its own, so that a Ctrl-C reaches the demo alone."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from config.servers.processes import dying_with_parent

from .checks import DemoError
from .signals import StopSignals
from .terminal import say

POLL_SECONDS = 0.05
# (signal, seconds): politely first, and SIGKILL after the last.
POLITELY = ((signal.SIGTERM, 10.0),)


class Child:
    """A `vital` child takes the demo down when it dies; another is started again, a few times."""

    RESTARTS = 5

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        vital: bool = False,
        stopping: Sequence[tuple[signal.Signals, float]] = POLITELY,
    ) -> None:
        self.name = name
        self._command = dying_with_parent(command, signal_name="TERM")
        self._log = log
        self._vital = vital
        self._stopping = stopping
        self._restarts = 0
        self._process = self._spawn("wb")

    @property
    def pid(self) -> int:
        return self._process.pid

    def watch(self) -> None:
        """Starts a dead child again.

        Raises DemoError when it was vital, or dies too often.
        """
        status = self._process.poll()
        if status is None:
            return
        self._sweep()
        ended = f"The {self.name} ended with status {status} (see {self._log})"
        if self._vital or self._restarts >= self.RESTARTS:
            raise DemoError(f"{ended}: the demo stops.")
        self._restarts += 1
        say(f"{ended}: it is started again.")
        self._process = self._spawn("ab")

    def stop(self, signals: StopSignals) -> None:
        for number, seconds in self._stopping:
            if self._process.poll() is None:
                self._process.send_signal(number)
                self._wait(seconds, signals)
        self._sweep()
        self._process.wait()

    def _spawn(self, mode: str) -> subprocess.Popen[bytes]:
        with self._log.open(mode) as log:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _wait(self, seconds: float, signals: StopSignals) -> None:
        deadline = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < deadline and not signals.hurried:
            time.sleep(POLL_SECONDS)

    def _sweep(self) -> None:
        """Ends what is left of the child's own children."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
