"""The runner gives a command servers of its own, and takes them away whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.servers.state import PROJECT, StateFolder

from .conftest import addresses, processes_with

SHOW = 'echo "$DATABASE_URL $REDIS_URL $VITRINE_VAR"; '


def start(script: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "config.servers.run", "--", "sh", "-c", script]
    return subprocess.Popen(
        command,
        cwd=PROJECT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for_no_process(folder: str) -> list[int]:
    """Processes that still have the folder after the time a shutdown takes."""
    deadline = time.monotonic() + 20
    while (left := processes_with("VITRINE_VAR", folder)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def test_the_command_has_servers_and_a_folder_that_are_gone_afterwards(state: StateFolder) -> None:
    runner = start(SHOW + "exit 7")
    output, errors = runner.communicate()
    database, broker, folder = output.split()
    assert runner.returncode == 7, errors
    assert database.startswith("postgres://")
    assert broker.startswith("redis://")
    assert folder != str(state.root)
    assert not Path(folder).exists()
    assert wait_for_no_process(folder) == []
    assert not addresses(state)


def test_a_terminated_runner_ends_the_command_and_stops_the_servers(state: StateFolder) -> None:
    runner = start(SHOW + "exec sleep 60")
    assert runner.stdout
    folder = runner.stdout.readline().split()[2]
    runner.send_signal(signal.SIGTERM)
    runner.communicate()
    assert runner.returncode == 128 + signal.SIGTERM
    assert not Path(folder).exists()
    assert wait_for_no_process(folder) == []


def test_ctrl_c_ends_both(state: StateFolder) -> None:
    runner = start(SHOW + "exec sleep 60")
    assert runner.stdout
    folder = runner.stdout.readline().split()[2]
    os.killpg(runner.pid, signal.SIGINT)
    runner.communicate()
    assert runner.returncode == 128 + signal.SIGINT
    assert wait_for_no_process(folder) == []


def test_the_servers_die_with_a_killed_runner(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # where the folder that nobody deletes goes
    runner = start(SHOW + "sleep 1")
    assert runner.stdout
    folder = runner.stdout.readline().split()[2]
    runner.kill()
    runner.communicate()
    assert wait_for_no_process(folder) == []


def test_no_command_is_a_sentence() -> None:
    runner = subprocess.run(
        [sys.executable, "-m", "config.servers.run"], cwd=PROJECT, text=True, capture_output=True
    )
    assert runner.returncode == 1
    assert runner.stderr.startswith("Usage: python -m config.servers.run")
