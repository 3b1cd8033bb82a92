"""SVG → JPEG files, on all cores, each drawn once. Knows no model: its processes start without Django."""

import hashlib
import os
import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import resvg_py

from catalog.imaging import encode_jpeg, open_picture

_FEW: Final = 8
"""Pictures that are drawn sooner than a second process has started."""


def picture_name(stem: str, svg: str) -> str:
    """A file name that changes with the drawing, so that a file that is there is the right one."""
    return f"{stem}-{hashlib.sha256(svg.encode()).hexdigest()[:12]}.jpg"


def missing(folder: Path, svgs: Mapping[str, str]) -> dict[str, str]:
    """Those of `svgs`, by file name, that `folder` does not have yet."""
    return {name: svg for name, svg in svgs.items() if not (folder / name).exists()}


def draw_pictures(folder: Path, svgs: Mapping[str, str]) -> Iterator[str]:
    """Writes each of `svgs` to its file name in `folder`; yields the names as they are done."""
    write = partial(_write, folder)
    cores = len(os.sched_getaffinity(0))
    if len(svgs) <= _FEW or cores == 1:
        yield from map(write, svgs.items())
        return
    executor = ProcessPoolExecutor(cores, get_context("spawn"), _leave_interrupts_to_the_parent)
    try:
        yield from executor.map(write, svgs.items(), chunksize=4)
    finally:
        executor.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _write(folder: Path, picture: tuple[str, str]) -> str:
    name, svg = picture
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    part = folder / f"{name}.part"
    part.write_bytes(encode_jpeg(open_picture(png), quality=88))
    part.replace(folder / name)
    return name
