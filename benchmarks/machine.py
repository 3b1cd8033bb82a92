"""Where and when the figures were taken."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PACE = "opening the photo of 12 megapixels alone, CPU"
PACE_OF_GOALS_MS = 20.0
"""What it took where the goals were set."""


@dataclass(frozen=True)
class Circumstances:
    date: str
    commit: str
    machine: str


def circumstances() -> Circumstances:
    """A commit with changes on top of it is marked."""
    cores = len(os.sched_getaffinity(0))
    machine = f"{_cpu_model()}, {cores} cores, {_memory_gb():.0f} GB, Python {platform.python_version()}"
    changed = " with changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return Circumstances(
        f"{datetime.now(UTC):%Y-%m-%d}", _git("rev-parse", "--short", "HEAD") + changed, machine
    )


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


def _cpu_model() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())


def _memory_gb() -> float:
    total = Path("/proc/meminfo").read_text().splitlines()[0]
    return int(total.split()[1]) / 1024**2
