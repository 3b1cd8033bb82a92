"""The demo's own processes: one that dies, one that will not stop, one that leaves others behind."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.demo.checks import DemoError
from config.demo.children import Child
from config.demo.signals import StopRequested, StopSignals

from .conftest import left_with


@pytest.fixture
def signals() -> Iterator[StopSignals]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    with StopSignals() as stop_signals:
        yield stop_signals
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHILD_OF", str(tmp_path))
    return tmp_path / "child.log"


def shell(script: str) -> list[str]:
    return ["sh", "-c", script]


def living(log: Path) -> list[int]:
    return left_with("CHILD_OF", str(log.parent))


def wait_for(log: Path, text: str) -> None:
    deadline = time.monotonic() + 20
    while text not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.02)


def watch_until(child: Child, log: Path, text: str) -> None:
    deadline = time.monotonic() + 20
    while text not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        child.watch()
        time.sleep(0.02)


def test_a_dead_child_is_reported_and_started_again(
    log: Path, signals: StopSignals, capsys: pytest.CaptureFixture[str]
) -> None:
    second_stays = f"test -e {log}.once && echo second && exec sleep 60; touch {log}.once; exit 3"
    child = Child("worker", shell(second_stays), log=log)
    watch_until(child, log, "second")
    child.stop(signals)
    assert capsys.readouterr().out == f"The worker ended with status 3 (see {log}): it is started again.\n"
    assert living(log) == []


def test_a_child_that_dies_too_often_ends_the_demo(log: Path) -> None:
    child = Child("scheduler", shell("exit 3"), log=log)
    with pytest.raises(DemoError, match=r"The scheduler ended with status 3 .*: the demo stops\."):
        watch_until(child, log, "never")


def test_a_vital_child_ends_the_demo(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child = Child("web server", shell("exit 1"), log=log, vital=True)
    with pytest.raises(DemoError, match=r"The web server ended with status 1 .*: the demo stops\."):
        watch_until(child, log, "never")
    assert capsys.readouterr().out == ""


def test_a_child_that_ignores_the_first_signal_gets_the_second(log: Path, signals: StopSignals) -> None:
    # Waits for one process, so that a signal finds the shell waiting and not starting another.
    script = "trap 'echo warm' TERM; trap 'echo cold; exit' QUIT; sleep 60 & echo up; while :; do wait; done"
    politely = ((signal.SIGTERM, 0.3), (signal.SIGQUIT, 20.0))
    child = Child("worker", shell(script), log=log, stopping=politely)
    wait_for(log, "up")
    child.stop(signals)
    assert log.read_text().split() == ["up", "warm", "cold"]
    assert living(log) == []


def test_a_second_ctrl_c_does_not_wait(log: Path, signals: StopSignals) -> None:
    stubborn = shell("trap '' TERM; echo up; while :; do sleep 0.05; done")
    child = Child("worker", stubborn, log=log, stopping=((signal.SIGTERM, 3600.0),))
    wait_for(log, "up")
    with pytest.raises(StopRequested):
        signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)
    child.stop(signals)
    assert living(log) == []


def test_grandchildren_end_with_their_parent(log: Path, signals: StopSignals) -> None:
    child = Child("worker", shell("trap '' TERM; (trap '' TERM; sleep 60) & echo up; wait"), log=log)
    wait_for(log, "up")
    assert len(living(log)) > 1
    signals.hurried = True
    child.stop(signals)
    time.sleep(0.1)
    assert living(log) == []
