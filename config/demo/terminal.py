"""What the demo says, line by line and at once, also into a pipe."""

import sys
import time

PIPED_SECONDS = 5.0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class ProgressLine:
    """One line that counts up: rewritten in place in a terminal, now and then a new one in a pipe."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = ""
        self._due = 0.0

    def show(self, done: int, total: int) -> None:
        text = f"{self._label}: {done} of {total}"
        if text == self._shown:
            return
        if sys.stdout.isatty():
            sys.stdout.write(f"\r{text}")
        elif time.monotonic() >= self._due or done == total:
            sys.stdout.write(f"{text}\n")
            self._due = time.monotonic() + PIPED_SECONDS
        self._shown = text
        sys.stdout.flush()

    def close(self) -> None:
        if self._shown and sys.stdout.isatty():
            say("")
