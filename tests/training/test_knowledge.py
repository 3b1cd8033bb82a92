import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training import heads
from recommendations.training.batches import Pictures
from recommendations.training.knowledge import principal, soft_labels, with_knowledge
from recommendations.training.labels import RIGHT_LABELS

KINDS = np.arange(240) % 2
FEATURES = (np.eye(2, 8)[KINDS] * 4 + np.random.default_rng(0).normal(0, 1, (240, 8))).astype(np.float32)
GROUPS = [str(number) for number in range(240)]
NOTHING = np.random.default_rng(1).normal(0, 1, (240, 8)).astype(np.float32)
"""What a network saw that says nothing of the kind: it must come from the details."""


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "STEPS", 40)


def test_principal_directions_keep_what_varies_most() -> None:
    rng = np.random.default_rng(2)
    rows = (rng.normal(0, 1, (200, 4)) * [10, 1, 0.1, 0.01] + 7).astype(np.float32)
    projection = principal(rows, 2)
    kernel = np.abs(projection.kernel)
    assert kernel.shape == (4, 2)
    assert kernel.argmax(axis=0).tolist() == [0, 1]
    assert projection(rows).mean(axis=0) == pytest.approx([0, 0], abs=1e-3)


def test_a_wrong_label_is_not_believed_by_those_who_were_not_told_it() -> None:
    marks = np.eye(2, dtype=np.float32)[KINDS]
    marks[0] = marks[0, ::-1]
    soft = soft_labels(FEATURES, GROUPS, {"type": marks}, seed=1)["type"]
    assert soft.sum(axis=1) == pytest.approx(np.ones(240), abs=1e-5)
    assert soft[0].argmax() == KINDS[0] != marks[0].argmax()
    assert (soft.argmax(axis=1) == KINDS).mean() > 0.95


def test_where_no_label_is_known_none_is_made_up() -> None:
    marks = np.eye(2, dtype=np.float32)[KINDS]
    marks[5] = 0
    assert not soft_labels(FEATURES, GROUPS, {"type": marks}, seed=1)["type"][5].any()


def test_products_and_photos_each_keep_their_own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "STEPS", 120)
    pixels = [np.zeros((2, 2, 3), np.uint8)] * 240
    right: list[RIGHT_LABELS] = [{"type": [("Shirt", "Skirt")[kind]]} for kind in KINDS]
    both = Pictures(pixels, right, GROUPS, NOTHING, FEATURES)
    parts = [
        Pictures(both.pixels[some], both.right[some], both.groups[some], NOTHING[some], both.details[some])
        for some in (slice(200), slice(200, None))
    ]
    products, photos = with_knowledge(parts[0], parts[1], {"type": ("Shirt", "Skirt")}, seed=1)
    for pictures in (products, photos):
        rows = len(pictures.pixels)
        assert pictures.known["soft type"].shape == (rows, 2)
        assert pictures.known["general"].shape == (rows, 8)
    assert (photos.known["soft type"].argmax(axis=1) == KINDS[200:]).mean() > 0.9
