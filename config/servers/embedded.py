"""Who uses the embedded servers, and who stops them.

Every user holds a shared lock. Starting and stopping happen under another lock, one process at a time.
Whoever leaves last stops the servers, also those that a killed process left running. A demo that started
or adopted them stops them in any case: the terminal it runs in is where they belong.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from . import processes
from .addresses import ServerAddress, read_addresses, write_addresses
from .locks import FileLock, alone, is_held
from .postgres import Postgres
from .server import EmbeddedServer, ServerError, disk_full
from .state import StateFolder
from .valkey import Valkey

KINDS: tuple[type[EmbeddedServer], ...] = (Postgres, Valkey)


class Lease:
    """A process's use of the servers, from `take` to `give_back`."""

    def __init__(self, state: StateFolder, servers: Sequence[EmbeddedServer]) -> None:
        self.addresses: dict[str, ServerAddress] = {}
        self._servers = servers
        self._state = state
        self._owner = False
        self._gate = state.run / "start.lock"
        self._users = state.run / "users.lock"
        self._file = state.run / "servers.json"
        self._place: FileLock | None = None

    def take(self) -> None:
        """Finds or starts the servers.

        Raises ServerError when one cannot be had.
        """
        if not self._servers:
            return
        with alone(self._gate):
            self._owner = not is_held(self._users)
            try:
                self._find_or_start()
            except BaseException:
                self._stop_unless_used()
                raise
            self._place = FileLock(self._users)
            self._place.share()

    def give_back(self, *, stop: bool = False) -> None:
        """Leaves; stops the servers after the last user, or with `stop` when they are this process's own."""
        if self._place is None:
            return
        with alone(self._gate):
            self._place.release()
            self._place = None
            if stop and self._owner:
                self._stop()
            else:
                self._stop_unless_used()

    def dead(self) -> list[str]:
        """Titles of the servers that have died since."""
        return [s.title for s in self._servers if not self.addresses[s.name].is_running()]

    def _find_or_start(self) -> None:
        known = read_addresses(self._file)
        for server in self._servers:
            address = known.get(server.name)
            if address is None or not server.adopt(address):
                if address is not None and not self._owner:
                    raise ServerError(
                        f"{server.title} does not answer, yet another process still uses "
                        f"{self._state.shown(self._state.root)}: end that process, then start again."
                    )
                known[server.name] = server.start()
                write_addresses(self._file, known)
            self.addresses[server.name] = known[server.name]

    def _stop_unless_used(self) -> None:
        if not is_held(self._users):
            self._stop()

    def _stop(self) -> None:
        for address in read_addresses(self._file).values():
            processes.stop(address.pid, mark=address.mark)
        self._file.unlink(missing_ok=True)


def wanted(state: StateFolder, *, ephemeral: bool = False) -> list[EmbeddedServer]:
    """The servers that the environment does not replace."""
    return [kind(state, ephemeral=ephemeral) for kind in KINDS if not os.environ.get(kind.variable)]


def running_urls() -> dict[str, str]:
    """Of the embedded servers that run now, by the variable that would name them; none is started or held."""
    state = StateFolder.from_environment()
    known = read_addresses(state.root / "run" / "servers.json")
    return {
        server.variable: known[server.name].url
        for server in wanted(state)
        if server.name in known and known[server.name].is_running()
    }


@contextmanager
def embedded_servers(*, ephemeral: bool = False, stop: bool = False) -> Iterator[Lease]:
    """The servers, with their URLs in the environment for as long as they are lent.

    Raises ServerError when one cannot be had.
    """
    state = StateFolder.from_environment()
    with explaining(state):
        servers = wanted(state, ephemeral=ephemeral)
        lease = Lease(state, servers)
        lease.take()
    try:
        os.environ.update({server.variable: lease.addresses[server.name].url for server in servers})
        yield lease
    finally:
        for server in servers:
            os.environ.pop(server.variable, None)
        lease.give_back(stop=stop)


@contextmanager
def explaining(state: StateFolder) -> Iterator[None]:
    """Turns what the file system refuses into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise ServerError(disk_full(state.root)) from error
        raise ServerError(
            f"{state.shown(state.root)} cannot be used ({error}): make it yours, "
            "or set VITRINE_VAR to a folder that is."
        ) from error
