"""A shop of its own whose parts can be killed: servers, web, worker and scheduler, each by its process."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from benchmarks.scorecard.shopper import Shopper
from config.servers.addresses import ServerAddress
from config.servers.postgres import Postgres
from config.servers.server import EmbeddedServer, free_port
from config.servers.state import StateFolder
from config.servers.valkey import Valkey

START_SECONDS: Final = 120.0
_CELERY: Final = ("--app=config.celery:app",)
_WORKER: Final = (
    *("worker", "--queues=embed,default", "--concurrency=2", "--loglevel=WARNING"),
    *("--without-gossip", "--without-mingle"),
)


class SameValkey(Valkey):
    """Comes back under the password it had, as a deployed one does."""

    def prepare(self, port: int) -> None:
        if not self._configuration.exists():
            super().prepare(port)

    def forget(self) -> None:
        """All that it has on disk."""
        shutil.rmtree(self._folder / "appendonlydir", ignore_errors=True)


class Rig:
    """`environment` is what its processes get besides the servers' addresses."""

    def __init__(self, folder: Path) -> None:
        self.state = StateFolder(folder)
        self.postgres, self.valkey = Postgres(self.state), SameValkey(self.state)
        self._addresses: dict[str, ServerAddress] = {}
        self._processes: list[subprocess.Popen[bytes]] = []
        self.worker: subprocess.Popen[bytes] | None = None
        self.port = 0

    def start_servers(self) -> None:
        for server in (self.postgres, self.valkey):
            self._addresses[server.name] = server.start()
            os.environ[server.variable] = self._addresses[server.name].url

    def kill(self, server: EmbeddedServer) -> None:
        os.kill(self._addresses[server.name].pid, signal.SIGKILL)

    def signal(self, server: EmbeddedServer, number: signal.Signals) -> None:
        os.kill(self._addresses[server.name].pid, number)

    def start_again(self, server: EmbeddedServer) -> None:
        port = int(self._addresses[server.name].url.rpartition(":")[2].partition("/")[0])
        self._addresses[server.name] = server.start_on(port)

    def start_web(self, **environment: str) -> int:
        """Its port, once it answers. Raises RuntimeError."""
        port = free_port()
        options = "--workers=2 --threads=4 --no-control-socket --log-level=error"
        command = f"-m gunicorn config.wsgi:application --bind=127.0.0.1:{port} {options}"
        self._spawn(command.split(), f"web-{port}", environment)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(OSError):
                if Shopper(port).get("/robots.txt").status == 200:
                    return port
            time.sleep(0.1)
        raise RuntimeError(f"The web server does not answer: see {self.state.log}.")

    def start_worker(self, program: Sequence[str] = ("celery",)) -> None:
        """`program`: a module that runs Celery's command line."""
        self.worker = self._spawn(["-m", *program, *_CELERY, *_WORKER], "worker", {})

    def start_beat(self) -> None:
        schedule = f"--schedule={self.state.run / 'beat'}"
        self._spawn(
            ["-m", "celery", *_CELERY, "beat", "--loglevel=WARNING", "--pidfile=", schedule], "beat", {}
        )

    def kill_worker(self) -> None:
        """All its processes at once, as when a machine goes."""
        if self.worker:
            os.killpg(self.worker.pid, signal.SIGKILL)
            self.worker.wait()

    def stop(self) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for address in self._addresses.values():
            with suppress(ProcessLookupError):
                os.kill(address.pid, signal.SIGKILL)

    def _spawn(
        self, arguments: Sequence[str], log: str, environment: dict[str, str]
    ) -> "subprocess.Popen[bytes]":
        with (self.state.log / f"{log}.log").open("ab") as file:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                env=os.environ | environment,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        self._processes.append(process)
        return process


@contextmanager
def rig(folder: Path) -> Iterator[Rig]:
    made = Rig(folder)
    try:
        made.start_servers()
        yield made
    finally:
        made.stop()
