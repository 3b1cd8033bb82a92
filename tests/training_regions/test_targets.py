"""What is asked of the network for a scene, and that the decoder reads it back."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommendations.regions import KINDS
from recommendations.regions.decode import regions_of
from recommendations.training.regions.scenes import Scene
from recommendations.training.regions.targets import WARM, grid_targets

GRID = 12
place = st.floats(0.02, 0.68)
length = st.floats(0.15, 0.3)


def scene(*boxes: tuple[float, float, float, float], kind: int = 0) -> Scene:
    return Scene(
        np.zeros((8, 8, 3), np.uint8),
        np.array(boxes, np.float32).reshape(-1, 4),
        np.full(len(boxes), kind, np.int64),
    )


@settings(deadline=None)
@given(place, place, length, length, st.integers(0, len(KINDS) - 1))
def test_the_decoder_reads_back_what_was_asked(
    left: float, top: float, width: float, height: float, kind: int
) -> None:
    box = left, top, left + width, top + height
    targets = grid_targets([scene(box, kind=kind)], GRID, len(KINDS))
    (region,) = regions_of({name: values[0] for name, values in targets.items()}, KINDS, confident=0.9)
    found = region.box.x, region.box.y, region.box.x + region.box.width, region.box.y + region.box.height
    assert found == pytest.approx(box, abs=0.01)
    assert region.kind == KINDS[kind]


def test_an_empty_scene_is_cold_everywhere() -> None:
    targets = grid_targets([scene()], GRID, len(KINDS))
    assert not targets["heat"].any()
    assert not targets["warm"].any()


def test_each_good_has_one_cell_of_full_heat_and_a_bell_around_it() -> None:
    heat = grid_targets([scene((0.0, 0.1, 0.8, 0.6), (0.8, 0.65, 0.95, 0.9))], GRID, len(KINDS))["heat"][0]
    assert (heat == 1).sum() == 2
    assert ((heat > 0.5) & (heat < 1)).any()


def test_cells_learn_the_box_of_the_good_whose_bell_is_higher_there() -> None:
    boxes = (0.0, 0.1, 0.5, 0.9), (0.5, 0.1, 1.0, 0.9)
    targets = grid_targets([scene(*boxes)], GRID, len(KINDS))
    middles = (np.arange(GRID) + 0.5) / GRID
    rows, columns = np.nonzero(targets["warm"][0] >= WARM)
    left_edges = middles[columns] - targets["sides"][0, rows, columns, 0]
    assert np.allclose(left_edges, np.where(columns < GRID / 2, 0, 0.5), atol=0.01)
    assert (targets["sides"] > 0).all()
