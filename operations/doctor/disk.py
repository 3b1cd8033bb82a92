"""Room on the disks of state and pictures."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings

from .finding import Finding, fine, problem, warning

LOW_MB: Final = (2_000, 300)


def examine() -> Iterator[Finding]:
    folders = [Path(folder) for folder in (settings.MEDIA_ROOT, settings.VAR_DIR) if Path(folder).is_dir()]
    for folder in {folder.stat().st_dev: folder for folder in folders}.values():
        yield room(str(folder), shutil.disk_usage(folder).free // 2**20)


def room(folder: str, free: int) -> Finding:
    """`free`: MB."""
    little, hardly = LOW_MB
    text = f"The disk of {folder} has {free} MB left: free some space, or move it to a larger one."
    if free < hardly:
        return problem("disk", text)
    return warning("disk", text) if free < little else fine("disk", f"{free} MB are free in {folder}.")
