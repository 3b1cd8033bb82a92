"""Real photos as scenes: the box stays on the good, and unsure finds are left out."""

import numpy as np
import pytest
from numpy.random import default_rng
from numpy.typing import NDArray

pytest.importorskip("keras", reason="training is not installed")

from catalog.imaging import Pixels
from recommendations.regions import KINDS
from recommendations.training.regions import real
from recommendations.training.regions.real import (
    RealGood,
    photo_kind,
    real_goods,
    real_scene,
)
from tests.regions.maps import maps_of

SIDE = 96
BOX = (0.3, 0.25, 0.6, 0.8)


def photo() -> Pixels:
    """Red within BOX, green around it, 120 × 80."""
    picture = np.full((120, 80, 3), (30, 150, 60), np.uint8)
    picture[30:96, 24:48] = (180, 30, 40)
    return picture


@pytest.mark.parametrize("seed", range(10))
def test_the_box_stays_on_the_good(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(real, "photographed", lambda scene, rng: scene.astype(np.uint8))
    scene = real_scene(RealGood(photo(), BOX, 1), SIDE, default_rng(seed))
    red = scene.picture[..., 0].astype(int) > scene.picture[..., 1]
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    seen = np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]) / SIDE
    assert scene.picture.shape == (SIDE, SIDE, 3)
    assert scene.boxes[0] == pytest.approx(seen, abs=0.05)
    assert scene.kinds.tolist() == [1]


class Network:
    """Answers every photo with the same maps."""

    def __init__(self, maps: dict[str, NDArray[np.float32]]) -> None:
        with np.errstate(divide="ignore"):
            logits = np.log(maps["heat"]) - np.log(1 - maps["heat"])
        self.maps = {"heat": logits[..., None], "sides": maps["sides"], "kind": maps["kind"]}

    def predict_on_batch(self, pictures: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        return {name: np.stack([values] * len(pictures)) for name, values in self.maps.items()}


SURE, UNSURE, SMALL = ((BOX, "bag", 0.9),), ((BOX, "bag", 0.4),), (((0.4, 0.4, 0.6, 0.6), "bag", 0.9),)
TWO = ((0.0, 0.0, 0.5, 0.5), "bag", 0.9), ((0.5, 0.5, 1.0, 1.0), "bag", 0.9)


@pytest.mark.parametrize(
    ("found", "kept"), [(SURE, 1), (UNSURE, 0), (SMALL, 0), (TWO, 0)], ids=["sure", "unsure", "small", "two"]
)
def test_only_one_large_good_that_is_surely_there_is_learned_from(
    found: tuple[tuple[tuple[float, float, float, float], str, float], ...], kept: int
) -> None:
    goods = real_goods(Network(maps_of(*found)), [photo(), photo()], [2, None], SIDE)
    assert len(goods) == kept
    for good in goods:
        assert good.kind == 2, "the photo's own label goes before what the network takes it for"
        assert good.box == pytest.approx(BOX, abs=1e-5)


@pytest.mark.parametrize(
    ("label", "kind"), [("T-Shirt", "upper"), ("Pants", "lower"), ("Dress", "dress"), ("Hat", "other")]
)
def test_a_label_stands_for_a_kind(label: str, kind: str) -> None:
    number = photo_kind(label)
    assert number is not None
    assert KINDS[number] == kind


def test_a_label_that_says_nothing_stands_for_none() -> None:
    assert photo_kind("Not sure") is None
