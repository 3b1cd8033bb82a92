"""From `static/`, the sources, to `build/static/`, what is served."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .packages import LOCK, PROJECT, FrontendError, install, node
from .stamp import Stamp

SOURCES = PROJECT / "static"
BUILD = PROJECT / "build"
BUILT = BUILD / "static"
ENTRIES = (
    *("css/vitrine.css", "js/vitrine.js"),
    *("css/photo-search.css", "js/photo-search.js"),
    *("css/styleguide.css", "css/packing-slips.css"),
    *("css/api-documentation.css", "js/api-documentation.js"),
    "js/card-payment.js",
)
"""One bundle for every page, and what only some pages need."""
OPTIONS = (
    "--bundle",
    "--minify",
    "--log-level=warning",
    "--target=es2022,chrome111,firefox115,safari16.4",
    "--outbase=static",
    "--loader:.woff2=file",
    "--asset-names=fonts/[name]",
    "--public-path=..",
)
_ESBUILD = "node_modules/esbuild/bin/esbuild"


def build() -> bool:
    """Makes what is not there yet; tells whether there was anything to do. Raises FrontendError."""
    with _alone():
        stamp = Stamp(BUILD / "static.stamp", [LOCK, Path(__file__), *_sources()])
        if BUILT.exists() and stamp.is_fresh():
            return False
        install()
        _bundle(BUILD / "new")
        shutil.rmtree(BUILT, ignore_errors=True)
        (BUILD / "new").rename(BUILT)
        stamp.refresh()
        return True


def _sources() -> Iterator[Path]:
    return (path for path in SOURCES.rglob("*") if path.is_file())


def _bundle(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("*.css", "*.js"))
    entries = [f"static/{entry}" for entry in ENTRIES]
    done = node(_ESBUILD, *entries, *OPTIONS, f"--outdir={folder}")
    if done.returncode != 0:
        raise FrontendError(f"The style sheets and scripts could not be bundled:\n{done.stdout.strip()}")


@contextmanager
def _alone() -> Iterator[None]:
    """`make demo` and `make test` may build at the same time."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
