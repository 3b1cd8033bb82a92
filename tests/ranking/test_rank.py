import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.ranking import DEFAULTS, Facts, Steering, Wanted, ranked, score, weights
from recommendations.ranking.score import Ranked
from tests.ranking.found import found

WANTED = Wanted("Shirt", "women", frozenset({"Blue"}), 2000)


def ids(products: list[Ranked]) -> list[int]:
    return [product.facts.product_id for product in products]


def test_the_type_comes_before_a_slightly_better_look() -> None:
    shoe, shirt = found(1, 0.85, product_type="Shoe"), found(2, 0.80, 0.5)
    assert ids(ranked([shoe, shirt], WANTED, limit=2)) == [2, 1]


def test_but_not_before_a_much_better_one() -> None:
    shoe, shirt = found(1, 0.9, product_type="Shoe"), found(2, 0.4, 0.5)
    assert ids(ranked([shoe, shirt], WANTED, limit=2)) == [1, 2]


def test_a_score_can_be_taken_apart() -> None:
    whole = score(found(1, 0.8, colours=["Blue"], price=2000), WANTED, DEFAULTS, boost=0.1)
    assert whole.total == pytest.approx(sum(whole.parts.values()))
    assert whole.parts["look"] == pytest.approx(0.8 * DEFAULTS["look"] / sum(DEFAULTS.values()))
    assert set(whole.parts) == {*DEFAULTS, "boost"}


def test_twins_count_once() -> None:
    other_size = found(2, 0.8, 0.6, title="Linen  shirt", colours=["Blue"])
    same_shot = found(3, 0.7, 0.01, title="Another name", colours=["Blue"])
    first = found(1, 0.9, 0, title="linen shirt", colours=["Blue", "Red"])
    green = found(4, 0.6, 0.9, title="Linen shirt", colours=["Green"])
    bag = found(5, 0.5, 0.0, product_type="Bag", colours=["Blue"])
    assert ids(ranked([first, other_size, same_shot, green, bag], WANTED, limit=9, diversity=0)) == [1, 4, 5]


def test_what_is_called_alike_is_no_twin_unless_it_looks_alike() -> None:
    """Whose labels fill the vector: the same label counts 0.99, looks apart leave a cosine of 0.99."""
    label, looks = 0.99**0.5, 0.01**0.5
    rows = [
        Facts(
            n,
            0.9 - n / 10,
            np.array([label, looks * np.cos(angle), looks * np.sin(angle)], np.float32),
            f"{n}",
            "Shirt",
            looks_from=1,
        )
        for n, angle in enumerate((0.0, 1.5, 0.01))
    ]
    assert ids(ranked(rows, WANTED, limit=9, diversity=0)) == [0, 1]


def test_variety_takes_a_little_from_the_best() -> None:
    copies = [found(number, 0.9 - number / 1000, number / 5, title=f"{number}") for number in range(1, 5)]
    other = found(9, 0.87, 1.5, title="other")
    assert ids(ranked([*copies, other], WANTED, limit=3, diversity=0))[-1] != 9
    assert ids(ranked([*copies, other], WANTED, limit=3, diversity=0.5))[1] == 9


def test_no_variety_where_none_is_of_the_type() -> None:
    shoes = [found(n, 0.62 - n / 1000, n / 4, title=f"{n}", product_type="Shoe") for n in range(4)]
    backpack = found(9, 0.6, 1.5, title="backpack", product_type="Backpack")
    assert ids(ranked([*shoes, backpack], WANTED, limit=5)) == [0, 1, 2, 3, 9]
    assert ids(ranked([*shoes, backpack], Wanted("Shoe"), limit=5))[1] != 1


def test_a_row_is_not_filled_with_what_is_much_poorer() -> None:
    good = [found(n, 0.9, n / 5, title=f"{n}", colours=["Blue"], gender="women") for n in range(9)]
    poor = [found(n, 0.3, n / 5, title=f"{n}", product_type="Bag") for n in range(10, 14)]
    assert set(ids(ranked([*good, *poor], WANTED, limit=12))) == set(range(9))
    assert len(ranked([*good[:3], *poor], WANTED, limit=12)) == 7
    assert len(ranked([*good[:6], *poor], WANTED, limit=12)) == 8


def test_the_merchant_hides_pins_and_lifts() -> None:
    rows = [found(number, 0.9 - number / 10, number / 2, title=f"{number}") for number in range(6)]
    steering = Steering(hidden=frozenset({0}), pinned=(4, 77, 4), boosts={5: 0.5})
    assert ids(ranked(rows, WANTED, limit=4, diversity=0, steering=steering)) == [4, 5, 1, 2]


def test_what_is_pinned_stays_beside_its_twin_and_sends_others_away() -> None:
    rows = [found(number, 0.9, number / 100, title="one") for number in range(4)]
    assert ids(ranked(rows, WANTED, limit=9, steering=Steering(pinned=(2, 1)))) == [2, 1]


FACTS = st.builds(
    found,
    st.integers(1, 50),
    st.floats(-1, 1),
    st.floats(0, 3),
    title=st.sampled_from(["a", "b", "c", ""]),
    product_type=st.sampled_from(["Shirt", "Shoe"]),
    colours=st.sets(st.sampled_from(["Blue", "Red", "Odd"])),
    stock=st.integers(0, 20),
)


@given(
    st.lists(FACTS, max_size=20, unique_by=lambda facts: facts.product_id),
    st.integers(-1, 25),
    st.floats(0, 1),
    st.lists(st.integers(1, 50), max_size=5),
)
def test_any_list(rows: list[Facts], limit: int, diversity: float, pinned: list[int]) -> None:
    steering = Steering(pinned=tuple(pinned))
    products = ids(ranked(rows, WANTED, limit=limit, diversity=diversity, steering=steering))
    assert len(products) == len(set(products)) <= max(0, limit)
    assert set(products) <= {row.product_id for row in rows}
    assert bool(products) == bool(rows and limit > 0)


@pytest.mark.parametrize(
    "changed", [{"looks": 1.0}, {"look": -1.0}, {"type": float("nan")}, dict.fromkeys(DEFAULTS, 0.0)]
)
def test_refuses_weights_that_mean_nothing(changed: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"term|weight"):
        weights(changed)


def test_other_weights_take_the_place_of_the_defaults() -> None:
    assert weights({"price": 0.5}) == {**DEFAULTS, "price": 0.5}
