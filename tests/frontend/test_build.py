"""What the pages' style sheets and scripts are made of, and what is said when they cannot be made."""

import gzip
from pathlib import Path

import pytest

from config.frontend import BUILT, FrontendError, build, packages
from config.frontend.packages import install
from config.frontend.stamp import Stamp

KB = 1024


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    build()


def compressed(path: str) -> int:
    return len(gzip.compress((BUILT / path).read_bytes(), 9))


def test_a_second_build_has_nothing_to_do() -> None:
    assert not build()


def test_what_every_page_loads_is_within_the_budget() -> None:
    assert compressed("css/vitrine.css") <= 20 * KB
    assert compressed("js/vitrine.js") <= 30 * KB
    assert (BUILT / "fonts" / "figtree-latin-wght-normal.woff2").stat().st_size <= 35 * KB


def test_nothing_comes_from_elsewhere() -> None:
    for path in [*BUILT.rglob("*.css"), *BUILT.rglob("*.js")]:
        assert "url(http" not in path.read_text()
        assert "url(//" not in path.read_text()


def test_sources_are_not_served() -> None:
    assert not (BUILT / "css" / "tokens.css").exists()
    assert (BUILT / "icon.svg").exists()


def test_a_registry_out_of_reach_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_bytes((packages.PROJECT / name).read_bytes())
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setattr(packages, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(packages, "_OPTIONS", (*packages._OPTIONS, "--fetch-retries=0"))
    monkeypatch.setitem(packages._RUN, "cwd", tmp_path)
    with pytest.raises(FrontendError, match=r"ECONNREFUSED.*check the network.*then start again\.$"):
        install()


def test_a_changed_source_is_noticed(tmp_path: Path) -> None:
    source = tmp_path / "a.css"
    source.write_text("a{}")
    stamp = Stamp(tmp_path / "stamp", [source])
    assert not stamp.is_fresh()
    stamp.refresh()
    assert stamp.is_fresh()
    source.write_text("b{}")
    assert not stamp.is_fresh()
