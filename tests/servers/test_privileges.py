"""PostgreSQL runs unprivileged, by whichever way the machine offers."""

import os
import shutil
from pathlib import Path

import psycopg
import pytest

from config.servers.embedded import embedded_servers
from config.servers.postgres import postgres_home
from config.servers.privileges import account_for, private_home
from config.servers.server import ServerError
from config.servers.state import StateFolder

from .conftest import addresses

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has privileges to shed")


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path, *programs: str) -> None:
    """Puts programs that refuse, as they do in many containers, before the real ones."""
    folder.mkdir()
    for name in programs:
        (folder / name).write_text("#!/bin/sh\nexit 1\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def owner_of_postgres(state: StateFolder) -> int:
    return Path(f"/proc/{addresses(state)['postgres'].pid}").stat().st_uid


@as_root
def test_a_user_namespace_keeps_the_data_in_the_state_folder(state: StateFolder) -> None:
    with embedded_servers():
        if private_home(postgres_home(state)).exists():
            pytest.skip("unshare --user is refused on this machine")
        assert Path(addresses(state)["postgres"].mark) == postgres_home(state) / "data"


@as_root
def test_setpriv_has_a_data_folder_of_its_own(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuse(monkeypatch, tmp_path / "bin", "unshare")
    home = private_home(postgres_home(state))
    try:
        with embedded_servers(), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
            assert owner_of_postgres(state) != 0
    except ServerError:
        pytest.skip("an unprivileged user cannot reach the server's programs on this machine")
    assert home.stat().st_mode & 0o777 == 0o700
    monkeypatch.undo()
    monkeypatch.setenv("VITRINE_VAR", str(state.root))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with embedded_servers(), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,), (
            "unshare works again: same data"
        )


@as_root
def test_a_deleted_state_folder_takes_its_stand_in_with_it(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuse(monkeypatch, tmp_path / "bin", "unshare")
    try:
        with embedded_servers(), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            connection.execute("CREATE TABLE forgotten (id integer)")
    except ServerError:
        pytest.skip("an unprivileged user cannot reach the server's programs on this machine")
    assert str(private_home(postgres_home(state))) in (state.root / "postgres.elsewhere").read_text()
    shutil.rmtree(state.root)
    with embedded_servers(), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT to_regclass('forgotten')").fetchone() == (None,)


@as_root
def test_data_made_by_a_normal_user_are_served_as_that_user(state: StateFolder) -> None:
    with embedded_servers():
        pass
    home = postgres_home(state)
    state.root.parent.chmod(0o755)
    for path in [home, *home.rglob("*")]:
        os.chown(path, 65534, 65534)
    try:
        with embedded_servers():
            assert owner_of_postgres(state) == 65534
    except ServerError:
        pytest.skip("an unprivileged user cannot reach the server's programs on this machine")


@as_root
def test_without_a_way_one_sentence_says_what_to_do(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuse(monkeypatch, tmp_path / "bin", "unshare", "setpriv")
    with (
        pytest.raises(ServerError, match="run this as a normal user, or set DATABASE_URL"),
        embedded_servers(),
    ):
        pass
    assert not private_home(postgres_home(state)).exists()


def test_a_normal_user_needs_no_prefix(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    account = account_for(tmp_path / "postgres", Path("/bin/true"))
    assert account.prefix == ()
    assert account.home == tmp_path / "postgres"
