"""`make demo` on servers that are not its own; slow, so it runs where VITRINE_SMOKE is set."""

import os
import signal
from pathlib import Path

import pytest

from config.servers.state import StateFolder

from .conftest import left_with
from .demo_process import DemoProcess, free_port

pytestmark = pytest.mark.skipif("VITRINE_SMOKE" not in os.environ, reason="VITRINE_SMOKE is not set")


def test_servers_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = StateFolder(tmp_path / "var")
    monkeypatch.setenv("VITRINE_VAR", str(state.root))
    assert os.environ["DATABASE_URL"]
    assert os.environ["REDIS_URL"]
    port = free_port()
    demo = DemoProcess(
        ["make", "demo", f"PORT={port}", "PRODUCTS=30"], port=port, output=tmp_path / "output.txt"
    )
    try:
        demo.wait_until_ready()
        assert "<h1" in demo.page()
        assert not (state.root / "postgres").exists()
        assert not (state.root / "valkey").exists()
    finally:
        demo.stop(signal.SIGTERM)
    assert "Stopped.\n" in demo.output()
    assert left_with("VITRINE_VAR", str(state.root)) == []
