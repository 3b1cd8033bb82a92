"""A running bank, and what its ledger says."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from config.servers.server import free_port

_BANK: Final = Path(__file__).with_name("bank.py")
START_SECONDS: Final = 60.0


@dataclass(frozen=True)
class Judge:
    url: str
    ledger: Path

    @property
    def charges(self) -> list[Any]:
        """Each with its `reference`, `order` and `amount`, the oldest first."""
        return [json.loads(line) for line in self.ledger.read_text().splitlines()]


@contextmanager
def bank() -> Iterator[Judge]:
    """Once it answers. Raises RuntimeError when it does not."""
    port = free_port()
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger"
        ledger.touch()
        process = subprocess.Popen([sys.executable, str(_BANK), str(port), str(ledger)])
        try:
            _wait(process, f"http://127.0.0.1:{port}/")
            yield Judge(f"http://127.0.0.1:{port}/", ledger)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(process: "subprocess.Popen[bytes]", url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except urllib.error.HTTPError:
            return  # it answers, and knows no GET
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("The bank does not answer.")
