"""A demo in a process of its own, seen from outside as its user sees it."""

import http.client
import re
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from config.servers.state import PROJECT

READY_SECONDS = 300.0


class DemoProcess:
    """Started at once; its output goes to a file."""

    def __init__(self, command: Sequence[str], *, port: int, output: Path) -> None:
        self.port = port
        self._output = output
        self._begun = time.monotonic()
        with output.open("wb") as file:
            self._process = subprocess.Popen(
                command, cwd=PROJECT, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
            )

    def output(self) -> str:
        return self._output.read_text()

    def wait_until_ready(self) -> float:
        """Seconds from the start to the line that says so, word for word."""
        return self._wait_for(rf"\nready: http://127\.0\.0\.1:{self.port}/\nadmin: ")

    def wait_until_scaled(self) -> None:
        """Pictures are scaled while the shop is open already."""
        self._wait_for(r"Pictures scaled: (\d+) of \1\b")

    def _wait_for(self, said: str) -> float:
        while not re.search(said, self.output()):
            elapsed = time.monotonic() - self._begun
            assert self._process.poll() is None, self.output()
            assert elapsed < READY_SECONDS, self.output()
            time.sleep(0.1)
        return time.monotonic() - self._begun

    def embedded(self) -> tuple[int, int]:
        """The last counts of the progress line."""
        done, total = re.findall(r"Images embedded: (\d+) of (\d+)", self.output())[-1]
        return int(done), int(total)

    def page(self, path: str = "/") -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == 200
            return answer.read().decode()
        finally:
            connection.close()

    def stop(self, number: signal.Signals) -> int:
        self._process.send_signal(number)
        return self._process.wait(timeout=60)

    def end(self) -> None:
        """For a test that failed half-way."""
        if self._process.poll() is None:
            self.stop(signal.SIGTERM)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
