"""Shots → JPEG files, on all cores, each drawn once. Knows no model: its processes start without Django."""

import os
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from catalog.imaging import encode_jpeg

from .studio.session import Shot, take

Named = tuple[str, Shot]
_QUALITY: Final = 86
_FEW: Final = 4
"""Pictures that are drawn sooner than a second process has started."""


def picture_name(stem: str, shot: Shot) -> str:
    """A file name that changes with the picture, so that a file that is there is the right one."""
    return f"{stem}-{shot.digest[:12]}.jpg"


def missing(folder: Path, shots: Mapping[str, Shot]) -> dict[str, Shot]:
    """Those of `shots`, by file name, that `folder` does not have yet."""
    return {name: shot for name, shot in shots.items() if not (folder / name).exists()}


def draw_pictures(folder: Path, shots: Mapping[str, Shot]) -> Iterator[str]:
    """Writes each of `shots` to its file name in `folder`; yields the names as they are done."""
    write = partial(_write, folder)
    cores = len(os.sched_getaffinity(0))
    batches = _alike(shots.items())
    if len(shots) <= _FEW or cores == 1:
        for batch in batches:
            yield from write(batch)
        return
    executor = ProcessPoolExecutor(cores, get_context("spawn"), leave_interrupts_to_the_parent)
    try:
        for done in as_completed([executor.submit(write, batch) for batch in batches]):
            yield from done.result()
    finally:
        executor.shutdown(cancel_futures=True)


def _alike(shots: Iterable[Named]) -> list[list[Named]]:
    """In batches of the same goods in the same view, which differ in their colours only."""

    def key(named: Named) -> tuple[str, ...]:
        cut = named[1].cut
        return named[1].view, cut.model, cut.who, str(cut.version)

    return [list(batch) for _, batch in groupby(sorted(shots, key=key), key)]


def leave_interrupts_to_the_parent() -> None:
    """Of a pool: a Ctrl-C is for the parent, which then stops the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _write(folder: Path, batch: Sequence[Named]) -> list[str]:
    for name, shot in batch:
        part = folder / f"{name}.part"
        part.write_bytes(encode_jpeg(take(shot), quality=_QUALITY))
        part.replace(folder / name)
    return [name for name, _ in batch]
