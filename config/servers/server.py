"""What the two embedded servers have in common: a folder, a port, a pid file, a log."""

import socket
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

from . import processes
from .addresses import ServerAddress
from .state import StateFolder

READY_SECONDS = 60.0
PORT_ATTEMPTS = 3


class ServerError(Exception):
    """A server cannot be had; the message is one sentence that says what to do."""


class NotReadyError(Exception):
    """The server does not answer yet."""


class PortTakenError(Exception):
    """Someone took the free port before the server did."""


class EmbeddedServer(ABC):
    """One server of one state folder. An `ephemeral` one is fast, unsafe, and ends with its starter."""

    name: ClassVar[str]
    title: ClassVar[str]
    variable: ClassVar[str]

    def __init__(self, state: StateFolder, *, ephemeral: bool = False) -> None:
        self.state = state
        self.ephemeral = ephemeral
        self.log = state.log / f"{self.name}.log"

    @abstractmethod
    def prepare(self, port: int) -> None:
        """Makes the folders and files that the command needs."""

    @abstractmethod
    def command(self, port: int) -> list[str]: ...

    @abstractmethod
    def url(self, port: int) -> str: ...

    @abstractmethod
    def mark(self) -> str:
        """A path that only this server's command line holds."""

    @abstractmethod
    def pid_file(self) -> Path: ...

    @abstractmethod
    def check(self, url: str) -> None:
        """Raises NotReadyError unless the server at the URL answers to its password and can be used."""

    def start(self) -> ServerAddress:
        """Starts it on a free port and waits until it answers.

        Raises ServerError when it cannot run here.
        """
        for _ in range(PORT_ATTEMPTS):
            try:
                return self.start_on(free_port())
            except PortTakenError:
                continue
        raise ServerError(f"{self.title} found no free port on 127.0.0.1: try again.")

    def adopt(self, address: ServerAddress) -> bool:
        """Whether the server that an address file speaks of is this one, and answers."""
        if not address.is_running():
            return False
        try:
            self._await(address)
        except (ServerError, PortTakenError):
            return False
        return True

    def start_on(self, port: int) -> ServerAddress:
        """As `start`, on this port. Raises PortTakenError, ServerError."""
        self.prepare(port)
        self._clear_leftover()
        command = self.command(port)
        if self.ephemeral:
            command = self._mortal(command)
        address = ServerAddress(self.url(port), processes.spawn(command, log=self.log), self.mark())
        try:
            self._await(address)
        except BaseException:
            processes.stop(address.pid, mark=address.mark)
            raise
        return address

    def _mortal(self, command: list[str]) -> list[str]:
        return processes.dying_with_parent(command, signal_name="INT")

    def _clear_leftover(self) -> None:
        """Stops a server whose address was lost, and forgets a pid file whose process is gone or another."""
        try:
            pid = int(self.pid_file().read_text().split()[0])
        except (FileNotFoundError, ValueError, IndexError):
            return
        processes.stop(pid, mark=self.mark())
        self.pid_file().unlink(missing_ok=True)

    def _await(self, address: ServerAddress) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            try:
                return self.check(address.url)
            except NotReadyError:
                if not address.is_running():
                    raise self._failure() from None
                time.sleep(processes.POLL_SECONDS)
        raise ServerError(
            f"{self.title} did not answer within {READY_SECONDS:.0f} seconds: "
            f"see {self.state.shown(self.log)}."
        )

    def _failure(self) -> Exception:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        if "Address already in use" in text:
            return PortTakenError()
        if "No space left on device" in text:
            return ServerError(disk_full(self.state.root))
        last = text.strip().splitlines()[-1:] or ["no message"]
        return ServerError(
            f"{self.title} did not start: {last[0].strip()} (see {self.state.shown(self.log)})."
        )


def disk_full(folder: Path) -> str:
    return f"The disk of {folder} is full: free some space, or set VITRINE_VAR to a folder on another disk."


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
