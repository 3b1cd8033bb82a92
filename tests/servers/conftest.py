"""A state folder of the test's own, with no servers in the environment."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.servers.addresses import ServerAddress, read_addresses
from config.servers.embedded import embedded_servers
from config.servers.postgres import postgres_home
from config.servers.privileges import private_home
from config.servers.processes import stop
from config.servers.state import PROJECT, StateFolder

USER = """
import sys
from config.servers.embedded import embedded_servers
with embedded_servers() as lease:
    print(lease.addresses, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StateFolder]:
    root = tmp_path / "var"
    monkeypatch.setenv("VITRINE_VAR", str(root))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    folder = StateFolder(root)
    yield folder
    for address in addresses(folder).values():
        stop(address.pid, mark=address.mark)
    shutil.rmtree(private_home(postgres_home(folder)), ignore_errors=True)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder as the first start and stop of its servers leave it."""
    root = tmp_path_factory.mktemp("started") / "var"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VITRINE_VAR", str(root))
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("REDIS_URL", raising=False)
        with embedded_servers():
            pass
    shutil.rmtree(private_home(postgres_home(StateFolder(root))), ignore_errors=True)
    return root


@pytest.fixture
def started_before(state: StateFolder, first_start: Path) -> None:
    """The test's folder has a database: making one is most of what a start costs."""
    made = postgres_home(StateFolder(first_start))
    if (made / "data").exists():  # not where an unprivileged user needs a folder of its own
        shutil.copytree(made, postgres_home(state))


def addresses(state: StateFolder) -> dict[str, ServerAddress]:
    return read_addresses(state.run / "servers.json")


def spawn_user() -> subprocess.Popen[bytes]:
    """Another process that prints the servers' addresses, and uses them until its standard input closes."""
    command = [sys.executable, "-c", USER]
    return subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def start_user() -> subprocess.Popen[bytes]:
    """A user that has its servers."""
    user = spawn_user()
    assert user.stdout
    assert user.stdout.readline()
    return user


def leave(user: subprocess.Popen[bytes]) -> None:
    user.communicate()
    assert user.returncode == 0


def kill(user: subprocess.Popen[bytes]) -> None:
    user.kill()
    user.communicate()


def processes_with(variable: str, value: str) -> list[int]:
    """Processes that have the variable in their environment."""
    wanted = f"{variable}={value}\0".encode()
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                environment = Path(entry.path, "environ").read_bytes()
            except OSError:
                continue
            if wanted in environment:
                found.append(int(entry.name))
    return found


def left_with(variable: str, value: str) -> list[int]:
    """Those that stay: a process that was killed needs a moment of a busy machine to end."""
    deadline = time.monotonic() + 20
    while (found := processes_with(variable, value)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found
