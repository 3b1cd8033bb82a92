"""Scenes: where the goods are is where their pixels are."""

import numpy as np
import pytest
from numpy.random import default_rng

from catalog.imaging import Pixels
from recommendations.regions import KINDS
from recommendations.training.regions import scenes as scenes_module
from recommendations.training.regions.goods import FULLEST, SIZES, Good, cut_out
from recommendations.training.regions.layouts import UPPER, Place, layout
from recommendations.training.regions.scenes import compose
from tests.training.folders import shot

SIDE = 96
RED_SHIRT = cut_out(shot("Tshirts", "Red", side=128), UPPER)
GREEN_GROUND = [np.full((120, 90, 3), (40, 160, 60), np.uint8)]


def good() -> Good:
    assert RED_SHIRT is not None
    return RED_SHIRT


def red_edges(picture: Pixels) -> list[float]:
    """Around what is redder than green, as left, top, right, bottom."""
    red = picture[..., 0].astype(int) > picture[..., 1]
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    return [edge / len(picture) for edge in (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A green ground, and a camera that changes nothing."""
    ground = np.full((SIDE, SIDE, 3), (40, 160, 60), np.float32)
    monkeypatch.setattr(scenes_module, "ground", lambda photos, side, rng: ground.copy())
    monkeypatch.setattr(scenes_module, "photographed", lambda scene, rng: scene.astype(np.uint8))


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("seed", range(12))
def test_the_box_is_where_the_good_is_seen(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = default_rng(seed)
    place = Place(rng.uniform(0.4, 0.6), rng.uniform(0.4, 0.6), rng.uniform(0.3, 0.9), rng.uniform(-180, 180))
    monkeypatch.setattr(scenes_module, "layout", lambda rng: [place])
    scene = compose(lambda kind: good(), GREEN_GROUND, SIDE, rng)
    assert scene.boxes.shape == (1, 4)
    assert scene.boxes[0] == pytest.approx(red_edges(scene.picture), abs=1.6 / SIDE)
    assert scene.kinds.tolist() == [UPPER]


@pytest.mark.usefixtures("plain")
def test_what_is_mostly_outside_or_covered_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Place(1.2, 0.5, 0.5, 0)
    below, above = Place(0.5, 0.5, 0.4, 0), Place(0.5, 0.5, 0.8, 0)
    for places, count in (([outside], 0), ([below, above], 1), ([above, below], 2)):
        monkeypatch.setattr(scenes_module, "layout", lambda rng, places=places: places)
        assert len(compose(lambda kind: good(), GREEN_GROUND, SIDE, default_rng(1)).boxes) == count


@pytest.mark.parametrize("seed", range(8))
def test_a_scene_is_of_its_seed_and_its_boxes_lie_within(seed: int) -> None:
    one, other = (compose(lambda kind: good(), GREEN_GROUND, SIDE, default_rng(seed)) for _ in range(2))
    assert np.array_equal(one.picture, other.picture)
    assert one.picture.shape == (SIDE, SIDE, 3)
    assert (one.boxes >= 0).all()
    assert (one.boxes <= 1).all()
    assert (one.boxes[:, 2:] > one.boxes[:, :2]).all()


def test_layouts_are_of_all_sorts() -> None:
    sizes = [len(layout(default_rng(seed))) for seed in range(200)]
    assert set(sizes) == {0, 1, 2, 3}
    assert 0.3 < np.mean(np.array(sizes) == 1) < 0.65


def test_a_cut_out_is_tight_and_comes_in_three_sizes() -> None:
    assert [layer.shape for layer in good().layers] == [(size, size, 4) for size in SIZES]
    cover = good().layers[0][..., 3] > 127
    assert cover.any(axis=0).all() or cover.any(axis=1).all()
    assert good().layer(60).shape[0] == 80
    assert good().layer(1000).shape[0] == SIZES[0]


def test_a_shot_without_a_white_ground_is_left_out() -> None:
    assert cut_out(shot("Tshirts", "Red", ground=90), UPPER) is None
    assert FULLEST < 1
    assert len(KINDS) == len(set(KINDS))
