"""This process's finders, as many as there are threads that look at the same time."""

import os

from django.conf import settings

from catalog.imaging import Pixels
from recommendations.regions.base import Region
from recommendations.regions.finder import ARTEFACTS, RegionFinder

_idle: list[tuple[str, RegionFinder]] = []
# A child may not use an interpreter of its parent.
os.register_at_fork(after_in_child=_idle.clear)


def suggest(pixels: Pixels) -> list[Region]:
    """The goods in a photo, the one that is most likely meant first; none where none is set to look.

    Raises ArtefactError.
    """
    name = settings.VITRINE_REGIONS
    if not name:
        return []
    finder = _taken(name)
    try:
        return finder.find(pixels)
    finally:
        _idle.append((name, finder))


def _taken(name: str) -> RegionFinder:
    """An idle one of that name, or a new one: a web process has few threads, and a finder little memory."""
    try:
        other, finder = _idle.pop()
    except IndexError:
        return RegionFinder(ARTEFACTS / name)
    # The setting changes in tests alone: what was kept of another name is dropped.
    return finder if other == name else RegionFinder(ARTEFACTS / name)
