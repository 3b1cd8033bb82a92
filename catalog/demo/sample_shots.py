"""Sample photographs → JPEG files, on all cores. Knows no model: its processes start without Django."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from catalog.imaging import encode_jpeg

from .pictures import leave_interrupts_to_the_parent
from .studio.scenes import SCENES, photograph

_QUALITY: Final = 80


def take_photographs(files: Mapping[str, Path]) -> Iterator[str]:
    """Writes the photograph of each of `files`' keys, names of SCENES; yields the keys as they are done."""
    cores = len(os.sched_getaffinity(0))
    executor = ProcessPoolExecutor(cores, get_context("spawn"), leave_interrupts_to_the_parent)
    try:
        yield from executor.map(_take, files.keys(), files.values())
    finally:
        executor.shutdown(cancel_futures=True)


def _take(key: str, file: Path) -> str:
    part = file.with_suffix(".part")
    part.write_bytes(encode_jpeg(photograph(SCENES[key]()), quality=_QUALITY))
    part.replace(file)
    return key
