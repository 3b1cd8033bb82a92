"""The shipped finder, as the shop runs it."""

import subprocess
import sys
import threading

import numpy as np
import pytest
from pytest_django import Settings

from catalog.imaging import Pixels
from recommendations.regions import KINDS, Region, suggest


@pytest.fixture(autouse=True)
def shipped(settings: Settings) -> None:
    settings.VITRINE_REGIONS = "regions-1"


def shirt(top: int, left: int, side: int, *, photo: tuple[int, int] = (400, 300)) -> Pixels:
    """A dark red T-shirt on a pale sheet, drawn: body and two sleeves."""
    picture = np.full((*photo, 3), (205, 200, 190), np.uint8)
    picture += np.random.default_rng(3).integers(0, 12, picture.shape, dtype=np.uint8)
    third, quarter = side // 3, side // 4
    ink = (120, 24, 34)
    picture[top : top + side, left + quarter : left + side - quarter] = ink
    picture[top : top + third, left : left + side] = ink
    return picture


def overlap(region: Region, top: int, left: int, side: int, photo: tuple[int, int] = (400, 300)) -> float:
    height, width = photo
    box = region.box
    across = min((left + side) / width, box.x + box.width) - max(left / width, box.x)
    down = min((top + side) / height, box.y + box.height) - max(top / height, box.y)
    shared = max(0.0, across) * max(0.0, down)
    return shared / (box.width * box.height + side * side / (height * width) - shared)


@pytest.mark.parametrize(("top", "left", "side"), [(60, 40, 200), (180, 90, 180), (20, 10, 150)])
def test_it_finds_a_shirt_where_it_lies(top: int, left: int, side: int) -> None:
    first = suggest(shirt(top, left, side))[0]
    assert first.kind in KINDS
    assert overlap(first, top, left, side) > 0.6


def test_it_finds_nothing_on_an_empty_sheet() -> None:
    assert suggest(shirt(0, 0, 0)) == []


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (1200, 40)])
def test_any_shape_of_photo_will_do(shape: tuple[int, int]) -> None:
    assert isinstance(suggest(np.zeros((*shape, 3), np.uint8)), list)


def test_threads_at_once_get_the_same_answer() -> None:
    photo, answers = shirt(60, 40, 200), []
    threads = [threading.Thread(target=lambda: answers.append(suggest(photo))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [answers[0]] * 6


def test_none_is_set_to_look(settings: Settings) -> None:
    settings.VITRINE_REGIONS = ""
    assert suggest(shirt(60, 40, 200)) == []


def test_finding_imports_no_training_framework() -> None:
    script = (
        "import sys, numpy as np; from recommendations.regions import RegionFinder;"
        "from recommendations.regions.finder import ARTEFACTS;"
        "RegionFinder(ARTEFACTS / 'regions-1').find(np.zeros((40, 40, 3), np.uint8));"
        "assert not {'tensorflow', 'keras', 'recommendations.training', 'recommendations.models'}"
        " & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
