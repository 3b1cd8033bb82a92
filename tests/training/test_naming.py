"""Names that no plane of what a network sees tells apart, and names with few examples."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training is not installed")

import keras

from recommendations.training import heads, naming
from recommendations.training.batches import BatchPlan, Pictures
from recommendations.training.naming import labels_to_name, with_naming_heads

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
    levels = keras.layers.Activation("linear", name="levels")(light)
    guess = levels[:, :2] * np.array([-1, 1], np.float32)
    return keras.Model(pictures, {"embedding": light, "palette": light, "colour": guess})


@pytest.fixture(autouse=True)
def few_and_short_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "STEPS", 200)
    monkeypatch.setattr(naming, "MEMBERS", 2)


def named(model: keras.Model, grey: int) -> str:
    seen = model.predict_on_batch(np.full((1, SIDE, SIDE, 3), grey, np.float32))
    return NAMES[int(seen["colour"].argmax())]


def test_a_name_may_have_both_ends_of_what_is_seen() -> None:
    before = network()
    after = with_naming_heads(before, plan(labels={"colour": NAMES}), side=SIDE)
    assert [named(before, grey) for grey in (10, 128, 250)] == ["Loud", "Quiet", "Quiet"]
    assert [named(after, grey) for grey in (10, 128, 250)] == ["Loud", "Quiet", "Loud"]
    black = np.zeros((1, SIDE, SIDE, 3), np.float32)
    looks = [one.predict_on_batch(black)["embedding"].tolist() for one in (before, after)]
    assert looks[0] == looks[1]


def test_types_are_named_from_three_examples_on() -> None:
    right = [{"type": ["Caps"]}] * 10 + [{"type": ["Hats"]}] * 3 + [{"type": ["Gloves"]}] * 2
    learned = replace(
        plan(labels={"type": ("Caps",)}), products=replace(plan(labels={}).products, right=right)
    )
    assert labels_to_name(learned) == {"type": ("Caps", "Hats")}


def test_a_network_without_labels_stays_as_it_is() -> None:
    before = network()
    assert with_naming_heads(before, plan(labels={}), side=SIDE) is before
