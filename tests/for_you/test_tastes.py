import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recommendations.tastes import Deed, Did, explored, liking, mixed, tastes
from recommendations.tastes.deeds import MOST_PRODUCTS


def test_bought_tells_more_than_added_than_clicked_than_seen() -> None:
    deeds = [
        Deed(n, did, 0) for n, did in enumerate((Did.SEEN, Did.CLICKED, Did.WISHED, Did.ADDED, Did.BOUGHT))
    ]
    assert list(liking(deeds)) == [4, 3, 2, 1, 0]


def test_what_was_done_long_ago_tells_less() -> None:
    liked = liking([Deed(1, Did.CLICKED, 14), Deed(2, Did.CLICKED, 0), Deed(3, Did.CLICKED, -5)])
    assert liked[1] == 0.5
    assert liked[2] == liked[3] == 1


def test_a_programme_that_clicks_all_day_tells_no_more() -> None:
    deeds = [Deed(number % 5000, Did.CLICKED, 0) for number in range(20_000)]
    liked = liking([*deeds, Deed(9999, Did.BOUGHT, 1)])
    assert len(liked) == MOST_PRODUCTS
    assert next(iter(liked)) == 9999
    assert max(liked.values()) < 4


def test_shoes_and_shirts_are_two_tastes() -> None:
    axes = np.eye(3, dtype=np.float32)
    vectors = {1: axes[0], 2: axes[0] * 0.99 + axes[2] * 0.1, 3: axes[1]}
    shoes, shirts = tastes(vectors, {1: 1.0, 2: 1.0, 3: 1.5, 4: 9.0})
    assert (shoes.product_ids, shirts.product_ids) == ((1, 2), (3,))
    assert (shoes.weight, shirts.weight) == (2.0, 1.5)
    assert np.isclose(np.linalg.norm(shoes.vector), 1)


def test_nothing_tells_nothing() -> None:
    assert liking([]) == {}
    assert tastes({}, {1: 1.0}) == []
    assert mixed([[], []], [1, 1], 5) == mixed([], [], 5) == []


@given(
    st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=4),
    st.integers(-1, 40),
)
def test_any_mixture(lists: list[list[int]], limit: int) -> None:
    row = mixed(lists, [1.0 + n for n in range(len(lists))], limit)
    assert len(row) == len(set(row)) == min(max(0, limit), len({item for items in lists for item in items}))


def test_each_list_has_its_share() -> None:
    row = mixed([list(range(20)), list(range(100, 120))], [4.0, 1.0], 18)
    assert sum(item < 100 for item in row) == 16


def test_something_from_beyond_now_and_then() -> None:
    row = explored(list(range(30)), list(range(100, 130)), 24)
    assert [place for place, item in enumerate(row, start=1) if item >= 100] == [8, 16, 24]
    assert explored([], [1, 2], 5) == [1, 2]


def test_a_single_odd_click_is_no_taste() -> None:
    axes = np.eye(2, dtype=np.float32)
    assert [taste.product_ids for taste in tastes({1: axes[0], 2: axes[1]}, {1: 9.0, 2: 1.0})] == [(1,)]
