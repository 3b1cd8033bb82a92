from dataclasses import replace

import numpy as np
import pytest

from recommendations.training.batches import BatchPlan, Pictures, ahead
from recommendations.training.cutout import foreground
from recommendations.training.labels import RIGHT_LABELS
from tests.training.folders import shot

NO_DETAILS = np.empty((0, 0), np.float32)


def plan(seed: int = 1) -> BatchPlan:
    shots = [
        shot("Tshirts", "Red"),
        shot("Trousers", "Blue"),
        shot("Tshirts", "Green"),
        shot("Trousers", "Red"),
    ]
    shots_right: list[RIGHT_LABELS] = [
        {"type": ["Tshirts"]},
        {"type": ["Trousers"]},
        {"type": ["Tshirts"]},
        {},
    ]
    return BatchPlan(
        products=Pictures(
            shots,
            shots_right,
            ["a", "b", "a", "c"],
            np.eye(4, 8, dtype=np.float32),
            NO_DETAILS,
            [foreground(s) for s in shots],
        ),
        photos=Pictures(
            shots[:2], [{"photo": ["Pants"]}] * 2, ["x", "y"], np.ones((2, 8), np.float32), NO_DETAILS
        ),
        labels={"type": ("Tshirts", "Trousers"), "photo": ("Pants",)},
        side=32,
        seed=seed,
        products_each=2,
        photos_each=1,
    )


def test_a_batch_holds_shots_views_and_photos_with_their_targets() -> None:
    pictures, targets = plan().batch(0)
    assert pictures.shape == (5, 32, 32, 3)
    assert targets["type"].shape == (5, 2)
    assert np.array_equal(targets["type"][:2], targets["type"][2:4])
    assert np.array_equal(targets["teacher"][:2], targets["teacher"][2:4])
    assert np.array_equal(targets["photo"][:, 0], [0, 0, 0, 0, 1])


def test_products_of_one_group_are_the_same() -> None:
    numbers = [plan(seed).batch(0)[1]["groups"] for seed in range(20)]
    assert {len(set(pair.tolist())) for pair in numbers} == {1, 2}
    assert {number for pair in numbers for number in pair.tolist()} == {0, 1, 2}


def test_without_photos_a_batch_is_shots_and_views() -> None:
    pictures, targets = replace(plan(), photos=Pictures([], [], [], NO_DETAILS, NO_DETAILS)).batch(0)
    assert pictures.shape == (4, 32, 32, 3)
    assert targets["teacher"].shape == (4, 8)


def test_each_lap_shows_every_product_once() -> None:
    seen = [row for step in range(2) for row in plan()._rows(plan().products, 2, step)]
    assert sorted(seen) == [0, 1, 2, 3]


def test_a_batch_depends_on_seed_and_step_alone() -> None:
    assert np.array_equal(plan().batch(7)[0], plan().batch(7)[0])
    assert not np.array_equal(plan().batch(7)[0], plan().batch(8)[0])
    assert not np.array_equal(plan(1).batch(7)[0], plan(2).batch(7)[0])


def test_what_is_known_of_a_picture_comes_with_each_of_its_views() -> None:
    known = {"general": np.arange(8, dtype=np.float32).reshape(4, 2)}
    both = replace(plan(), products=replace(plan().products, known=known))
    both = replace(both, photos=replace(both.photos, known={"general": np.full((2, 2), 9, np.float32)}))
    general = both.batch(0)[1]["general"]
    assert np.array_equal(general[:2], general[2:4])
    assert {row.tobytes() for row in general[:2]} <= {row.tobytes() for row in known["general"]}
    assert general[4].tolist() == [9, 9]


@pytest.mark.parametrize("workers", [0, 2])
def test_batches_made_ahead_come_in_order(workers: int) -> None:
    made = [pictures for pictures, _ in ahead(replace(plan(), workers=workers), range(3, 8))]
    assert len(made) == 5
    assert all(np.array_equal(pictures, plan().batch(step)[0]) for step, pictures in enumerate(made, 3))
    assert list(ahead(plan(), range(4, 4))) == []
