"""Runs a command on servers of its own, in a state folder of its own, both gone afterwards.

`python -m config.servers.run -- pytest tests`
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from .embedded import embedded_servers
from .postgres import postgres_home
from .privileges import private_home
from .processes import POLL_SECONDS
from .server import ServerError
from .state import StateFolder


def main(argv: Sequence[str]) -> int:
    command = list(argv[1:] if argv[:1] == ["--"] else argv)
    if not command:
        sys.exit("Usage: python -m config.servers.run -- COMMAND [ARGUMENT...]")
    with tempfile.TemporaryDirectory(prefix="vitrine-") as folder:
        os.environ["VITRINE_VAR"] = folder
        try:
            with embedded_servers(ephemeral=True):
                return run(command)
        finally:
            shutil.rmtree(private_home(postgres_home(StateFolder.from_environment())), ignore_errors=True)


def run(command: Sequence[str]) -> int:
    """Runs it in this terminal, passing on the signals that a terminal does not; returns its exit status."""
    received: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: None)  # Ctrl-C reaches the command by itself
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: received.append(number))
    child = subprocess.Popen(command)
    while (status := child.poll()) is None:
        while received:
            child.send_signal(received.pop())
        time.sleep(POLL_SECONDS)
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ServerError as error:
        sys.exit(str(error))
