"""Who starts the embedded servers, who finds them, who stops them."""

import os
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

from config.servers.embedded import embedded_servers
from config.servers.server import ServerError
from config.servers.state import StateFolder

from .conftest import addresses, leave, spawn_user, start_user

pytestmark = pytest.mark.usefixtures("started_before")


def test_both_servers_answer_and_are_gone_afterwards(state: StateFolder) -> None:
    with embedded_servers():
        running = addresses(state)
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute("CREATE EXTENSION vector")
            assert connection.execute("SELECT lower('É'), '[1,2]'::halfvec(2)::text").fetchone() == (
                "é",
                "[1,2]",
            )
        with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
            assert client.ping()
    assert not any(address.is_running() for address in running.values())
    assert not addresses(state)
    assert "DATABASE_URL" not in os.environ


def test_the_address_file_is_for_its_owner_only(state: StateFolder) -> None:
    with embedded_servers():
        path = state.run / "servers.json"
        assert path.stat().st_mode & 0o777 == 0o600
        assert addresses(state)["postgres"].url == os.environ["DATABASE_URL"]


def test_nobody_enters_without_the_password(state: StateFolder) -> None:
    with embedded_servers():
        url = os.environ["DATABASE_URL"]
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url, password="guess")
        port = urlsplit(os.environ["REDIS_URL"]).port or 0
        with redis.Redis(port=port, password="guess") as client, pytest.raises(redis.AuthenticationError):
            client.ping()


def test_data_are_kept(state: StateFolder) -> None:
    with embedded_servers(), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with embedded_servers(), redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        client.set("kept", 7)
    with embedded_servers(), redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        assert client.get("kept") == b"7"
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_second_process_finds_the_first_ones_servers_and_leaves_them(state: StateFolder) -> None:
    with embedded_servers() as lease:
        first = addresses(state)
        leave(start_user())
        assert addresses(state) == first
        assert lease.dead() == []


def test_the_last_one_out_stops_what_another_started(state: StateFolder) -> None:
    starter = start_user()
    with embedded_servers() as lease:
        started = addresses(state)
        leave(starter)
        assert lease.dead() == []
        assert addresses(state) == started
    assert not any(address.is_running() for address in started.values())


def test_a_demo_stops_its_servers_though_another_uses_them(state: StateFolder) -> None:
    with embedded_servers(stop=True):
        other = start_user()
        running = addresses(state)
    assert not any(address.is_running() for address in running.values())
    leave(other)


def test_a_demo_leaves_servers_that_another_started(state: StateFolder) -> None:
    starter = start_user()
    with embedded_servers(stop=True):
        running = addresses(state)
    assert all(address.is_running() for address in running.values())
    leave(starter)
    assert not any(address.is_running() for address in running.values())


def test_starting_at_the_same_time_starts_one_pair(state: StateFolder) -> None:
    users = [spawn_user() for _ in range(3)]
    assert len({user.stdout.readline() for user in users if user.stdout}) == 1
    for user in users:
        leave(user)


@pytest.mark.parametrize(("variable", "left"), [("DATABASE_URL", {"valkey"}), ("REDIS_URL", {"postgres"})])
def test_a_server_of_ones_own_replaces_one(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, variable: str, left: set[str]
) -> None:
    monkeypatch.setenv(variable, "scheme://elsewhere/name")
    with embedded_servers():
        assert set(addresses(state)) == left
        assert os.environ[variable] == "scheme://elsewhere/name"
    assert os.environ[variable] == "scheme://elsewhere/name"


def test_a_server_that_died_under_another_user_is_not_started_beside_it(state: StateFolder) -> None:
    other = start_user()
    os.kill(addresses(state)["valkey"].pid, 9)
    with (
        pytest.raises(ServerError, match="Valkey does not answer, yet another process still uses"),
        embedded_servers(),
    ):
        pass
    leave(other)
