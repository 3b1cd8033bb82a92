"""The served network tells what it makes of each patch, from the weights that it has."""

from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training is not installed")

import keras

from recommendations.training.backbones import backbone
from recommendations.training.model import EMBEDDING_SIZE, build_network
from recommendations.training.patches import with_patches
from tests.training.small import small_backbone

SIDE = 64
LABELS = {"type": ("Shirt", "Shoe")}


def opened(body: Any) -> tuple[keras.Model, keras.Model]:
    network = build_network(body, LABELS, general_size=4)
    return network, with_patches(network)


def units(rows: Any) -> Any:
    """What a backbone of random weights sees is so faint that the network leaves it under length one."""
    wide = np.asarray(rows, np.float64)
    return wide / np.linalg.norm(wide, axis=1, keepdims=True)


@pytest.mark.parametrize("name", ["small", "efficientnetlite0"])
def test_its_patches_add_up_to_the_looks(name: str) -> None:
    network, more = opened(small_backbone(None) if name == "small" else backbone(None, name))
    pictures = np.random.default_rng(1).uniform(0, 255, (2, SIDE, SIDE, 3)).astype(np.float32)
    before, after = network(pictures, training=False), more(pictures, training=False)
    for output, rows in before.items():
        np.testing.assert_allclose(after[output], rows, atol=1e-5)
    patches = np.asarray(after["patches"])
    assert patches.shape[-1] == EMBEDDING_SIZE
    assert patches.shape[1] == patches.shape[2] > 1
    np.testing.assert_allclose(units(patches.mean(axis=(1, 2))), units(before["embedding"]), atol=1e-5)


def test_no_weight_is_there_twice() -> None:
    network, more = opened(small_backbone(None))
    assert more.count_params() == network.count_params()
