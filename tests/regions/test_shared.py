"""A process holds no more finders than it has cores, and a child none of its parent's."""

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from pytest_django import Settings

from catalog.imaging import Pixels
from recommendations.regions import Region, shared, suggest
from tests.encoders.test_pool import exit_code_of_child

CORES = len(os.sched_getaffinity(0))
PHOTO = np.zeros((20, 20, 3), dtype=np.uint8)


class SlowFinder:
    """Counts itself and who uses one at the same time."""

    made = looking = most = 0
    lock = threading.Lock()

    def __init__(self, folder: Path) -> None:
        SlowFinder.made += 1

    def find(self, pixels: Pixels) -> list[Region]:
        with self.lock:
            SlowFinder.looking += 1
            SlowFinder.most = max(SlowFinder.most, SlowFinder.looking)
        time.sleep(0.01)
        with self.lock:
            SlowFinder.looking -= 1
        return []


@pytest.fixture(autouse=True)
def none_loaded(settings: Settings) -> Iterator[None]:
    settings.VITRINE_REGIONS = "regions-1"
    shared._idle.clear()
    yield
    shared._idle.clear()


def test_many_photos_at_once_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "RegionFinder", SlowFinder)
    with ThreadPoolExecutor(4 * CORES) as threads:
        list(threads.map(suggest, [PHOTO] * (4 * CORES)))
    assert (SlowFinder.made, SlowFinder.most) == (CORES, CORES)


def test_a_child_forked_while_all_are_in_use_has_its_own_turns() -> None:
    suggest(PHOTO)
    for _ in range(CORES):
        shared._turns.acquire()
    try:
        assert exit_code_of_child(lambda: not shared._idle and suggest(PHOTO) == []) == 0
    finally:
        shared._turns.release(CORES)
