"""Names that no plane of the palette tells apart, learned from the palette and the first guess."""

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training is not installed")

import keras

from recommendations.training.batches import BatchPlan, Pictures
from recommendations.training.colour_head import with_colour_head
from recommendations.training.parts import COLOUR_NAME, told

SIDE = 16
NAMES = ("Loud", "Quiet")


def plan(*, labels: dict[str, tuple[str, ...]]) -> BatchPlan:
    """Even squares from black to white: the darkest and the lightest are loud, one in ten has no name."""
    greys = np.linspace(0, 255, 120).astype(np.uint8)
    names = ["Loud" if grey < 70 or grey > 185 else "Quiet" for grey in greys]
    return BatchPlan(
        products=Pictures(
            pixels=[np.full((SIDE, SIDE, 3), grey, np.uint8) for grey in greys],
            right=[{"colour": [name] if row % 10 else []} for row, name in enumerate(names)],
            groups=[str(row) for row in range(len(greys))],
            teacher=np.zeros((len(greys), 1), np.float32),
            details=np.zeros((len(greys), 0), np.float32),
            cutouts=[np.ones((SIDE, SIDE), bool)] * len(greys),
        ),
        photos=Pictures([], [], [], np.zeros((0, 1), np.float32), np.zeros((0, 0), np.float32)),
        labels=labels,
        side=SIDE,
        seed=1,
    )


def network() -> keras.Model:
    """Sees how light a picture is, and guesses that what is light is quiet."""
    pictures = keras.Input((None, None, 3))
    light = keras.layers.GlobalAveragePooling2D()(pictures / 127.5 - 1)
    return keras.Model(pictures, {"palette": light, "colour": light[:, :2] * np.array([-1, 1], np.float32)})


def named(model: keras.Model, output: str, grey: int) -> str:
    seen = model.predict_on_batch(np.full((1, SIDE, SIDE, 3), grey, np.float32))
    return NAMES[int(seen[output].argmax())]


@pytest.fixture(scope="module")
def after() -> keras.Model:
    return with_colour_head(network(), plan(labels={"colour": NAMES}), side=SIDE)


def test_a_name_may_have_both_ends_of_the_palette(after: keras.Model) -> None:
    assert [named(after, "colour", grey) for grey in (10, 128, 250)] == ["Loud", "Quiet", "Quiet"]
    assert [named(after, COLOUR_NAME, grey) for grey in (10, 128, 250)] == ["Loud", "Quiet", "Loud"]


def test_the_vector_keeps_the_colours_of_the_lesson(after: keras.Model) -> None:
    pictures = np.full((1, SIDE, SIDE, 3), 60, np.float32)
    before, seen = (one.predict_on_batch(pictures) for one in (network(), after))
    assert {name: seen[name].tolist() for name in before} == {
        name: rows.tolist() for name, rows in before.items()
    }


def test_the_name_is_what_is_told() -> None:
    assert told({"type": 1, "colour": 2, COLOUR_NAME: 3}) == {"type": 1, "colour": 3}
    assert told({"colour": 2}) == {"colour": 2}


def test_a_network_without_colours_stays_as_it_is() -> None:
    before = network()
    assert with_colour_head(before, plan(labels={}), side=SIDE) is before
