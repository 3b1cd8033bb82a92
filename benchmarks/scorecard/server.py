"""gunicorn on a free port, serving the database that this process uses."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

from config.servers.server import free_port

from .shopper import Shopper

START_SECONDS: Final = 120.0


@contextmanager
def gunicorn(application: str = "config.wsgi:application", **environment: str) -> Iterator[int]:
    """Its port, once it answers. Raises RuntimeError when it does not."""
    port = free_port()
    # Loaded once for both workers: half of what a start costs.
    size = "--workers=2 --threads=8 --preload --no-control-socket"
    command = f"-m gunicorn {application} --bind=127.0.0.1:{port} {size}"
    quiet = {"DATABASE_URL": _database_url(), "VITRINE_LOG_LEVEL": "ERROR"}
    variables = os.environ | quiet | environment
    process = subprocess.Popen([sys.executable, *command.split(), "--log-level=error"], env=variables)
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def _database_url() -> str:
    """Of the connection that Django has: in tests another database than the environment names."""
    base, _slash, rest = os.environ["DATABASE_URL"].rpartition("/")
    _name, mark, options = rest.partition("?")
    return f"{base}/{connection.settings_dict['NAME']}{mark}{options}"


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if Shopper(port).get("/robots.txt").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"gunicorn does not answer on port {port}.")
