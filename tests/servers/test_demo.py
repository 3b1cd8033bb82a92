"""The demo from an empty folder to `ready:`, stopped, and started again."""

import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.servers.state import StateFolder

from .conftest import addresses, left_with, processes_with
from .demo_process import DemoProcess, free_port

Start = Callable[[], DemoProcess]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    demos: list[DemoProcess] = []

    def begin() -> DemoProcess:
        port = free_port()
        command = [sys.executable, "-m", "config.demo", f"--port={port}", "--catalog=", "--products=4"]
        demos.append(DemoProcess(command, port=port, output=tmp_path / "output.txt"))
        return demos[-1]

    yield begin
    for demo in demos:
        demo.end()


def imports_tensorflow(pid: int) -> bool:
    return "tensorflow" in Path(f"/proc/{pid}/maps").read_text()


def lines_of(demo: DemoProcess, beginning: str) -> list[str]:
    return [line for line in demo.output().splitlines() if line.startswith(beginning)]


def test_first_and_second_start(state: StateFolder, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    demo = start()
    first = demo.wait_until_ready()
    done, total = demo.embedded()
    assert done == total >= 8
    assert "<h1" in demo.page()
    assert re.search(r"Similar looks: of the first 8, \d\.\d share the type", demo.output())
    demo.wait_until_scaled()
    assert "w.webp" in demo.page()
    assert not any(imports_tensorflow(pid) for pid in processes_with("VITRINE_VAR", str(state.root)))
    (login,) = lines_of(demo, "admin: ")
    assert login.startswith(f"admin: http://127.0.0.1:{demo.port}/admin/  user: admin  password: ")
    assert demo.stop(signal.SIGTERM) == 0
    assert demo.output().endswith("Stopped.\n")
    assert left_with("VITRINE_VAR", str(state.root)) == []
    assert not addresses(state)

    again = start()
    second = again.wait_until_ready()
    assert again.embedded() == (total, total)
    assert lines_of(again, "admin: ") == [login.replace(f":{demo.port}/", f":{again.port}/")]
    assert again.stop(signal.SIGINT) == 0
    assert left_with("VITRINE_VAR", str(state.root)) == []
    with capsys.disabled():
        sys.stdout.write(f"[demo: first start {first:.1f} s, second {second:.1f} s]")
