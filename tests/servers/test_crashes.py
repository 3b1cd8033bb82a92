"""What a killed process leaves behind is found, used and cleared away."""

import os
import shutil
import signal
from pathlib import Path

import psycopg
import pytest

from config.servers.addresses import ServerAddress, write_addresses
from config.servers.embedded import embedded_servers
from config.servers.postgres import Postgres, postgres_home
from config.servers.server import ServerError
from config.servers.state import StateFolder

from .conftest import addresses, kill, start_user

pytestmark = pytest.mark.usefixtures("started_before")


def select_one() -> bool:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_servers_of_a_killed_process_are_adopted_and_stopped(state: StateFolder) -> None:
    kill(start_user())
    orphans = addresses(state)
    assert all(address.is_running() for address in orphans.values())
    with embedded_servers(stop=True):
        assert addresses(state) == orphans
        assert select_one()
    assert not any(address.is_running() for address in orphans.values())


def test_killed_servers_are_started_again(state: StateFolder) -> None:
    kill(start_user())
    before = addresses(state)
    for address in before.values():
        os.kill(address.pid, signal.SIGKILL)
    with embedded_servers():
        assert select_one()
        assert addresses(state)["postgres"].pid != before["postgres"].pid


def test_addresses_of_dead_servers_with_reused_pids_are_replaced(state: StateFolder) -> None:
    stale = {
        name: ServerAddress(f"{name}://127.0.0.1:9/x", os.getpid(), f"/gone/{name}")
        for name in ("postgres", "valkey")
    }
    write_addresses(state.run / "servers.json", stale)
    with embedded_servers():
        assert select_one()


def test_pid_files_of_dead_servers_with_reused_pids_are_forgotten(state: StateFolder) -> None:
    with embedded_servers():
        data = Path(addresses(state)["postgres"].mark)
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n1\n5432\n\n127.0.0.1\n0 0\nready\n")
    (state.root / "valkey" / "valkey.pid").write_text(f"{os.getpid()}\n")
    with embedded_servers():
        assert select_one()


def test_a_running_server_whose_address_was_lost_is_stopped_first(state: StateFolder) -> None:
    kill(start_user())
    lost = addresses(state)
    (state.run / "servers.json").unlink()
    with embedded_servers():
        assert select_one()
        assert not any(address.is_running() for address in lost.values())


def test_a_damaged_address_file_counts_as_none(state: StateFolder) -> None:
    (state.run / "servers.json").write_text('{"postgres": [')
    with embedded_servers():
        assert select_one()


def test_an_interrupted_initialisation_is_begun_again(state: StateFolder) -> None:
    shutil.rmtree(postgres_home(state), ignore_errors=True)
    draft = postgres_home(state) / "data.new"
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("18\n")
    with embedded_servers():
        assert select_one()
    assert not draft.exists()


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(state: StateFolder) -> None:
    with embedded_servers():
        data = Path(addresses(state)["postgres"].mark)
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(ServerError, match=r"PostgreSQL did not start: .*(version|12)"), embedded_servers():
        pass
    assert not addresses(state)
    assert Postgres(state).pid_file().exists() is False
