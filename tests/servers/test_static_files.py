from pathlib import Path

import pytest
from pytest_django import Settings

from config.demo import preparation


def test_they_are_collected_again_only_where_one_has_changed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    calls: list[str] = []

    def collect(name: str, **options: object) -> None:
        calls.append(name)
        settings.STATIC_ROOT.mkdir(exist_ok=True)

    monkeypatch.setattr(preparation, "call_command", collect)
    preparation.collect_static()
    preparation.collect_static()
    assert calls == ["collectstatic"]
    monkeypatch.setattr(preparation, "static_fingerprint", lambda: "changed")
    preparation.collect_static()
    assert len(calls) == 2
    settings.STATIC_ROOT.rmdir()
    preparation.collect_static()
    assert len(calls) == 3
