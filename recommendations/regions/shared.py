"""This process's finders: no more than there are cores, each used by one thread at a time."""

import os
import threading

from django.conf import settings

from catalog.imaging import Pixels
from recommendations.regions.base import Region
from recommendations.regions.finder import ARTEFACTS, RegionFinder

_idle: list[tuple[str, RegionFinder]] = []
_turns = threading.BoundedSemaphore()


def suggest(pixels: Pixels) -> list[Region]:
    """The goods in a photo, the one that is most likely meant first; none where none is set to look.

    Waits for a free core: looking takes milliseconds. Raises ArtefactError.
    """
    name = settings.VITRINE_REGIONS
    if not name:
        return []
    with _turns:
        finder = _taken(name)
        try:
            return finder.find(pixels)
        finally:
            _idle.append((name, finder))


def _taken(name: str) -> RegionFinder:
    """An idle one of that name, or a new one."""
    try:
        other, finder = _idle.pop()
    except IndexError:
        return RegionFinder(ARTEFACTS / name)
    # The setting changes in tests alone: what was kept of another name is dropped.
    return finder if other == name else RegionFinder(ARTEFACTS / name)


def _start_empty() -> None:
    # A child inherits neither an interpreter nor a turn that some other thread of its parent held.
    global _turns
    _turns = threading.BoundedSemaphore(len(os.sched_getaffinity(0)))
    _idle.clear()


_start_empty()
os.register_at_fork(after_in_child=_start_empty)
