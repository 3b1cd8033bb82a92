from benchmarks.figures import Figure, milliseconds
from benchmarks.machine import PACE, Circumstances
from benchmarks.report import page

WHERE = Circumstances("2026-01-02", "abc1234", "A CPU, 2 cores")
SEARCH = milliseconds("photo search, 1 megapixel", [0.010, 0.020, 0.030], goal=25)
PEER = [Figure("their encoder", 150, "ms"), Figure("their search", 50, "ms"), Figure("memory", 9, "MB")]


def test_page_says_where_and_when() -> None:
    text = page(WHERE, [SEARCH], PEER)
    assert all(fact in text for fact in ("2026-01-02", "abc1234", "A CPU, 2 cores"))


def test_row_has_median_95_per_cent_goal_and_whether_it_is_met() -> None:
    assert "| photo search, 1 megapixel | 20.0 ms | 29.0 ms | ≤ 25 ms | yes |" in page(WHERE, [SEARCH], PEER)


def test_goal_from_below_may_be_missed() -> None:
    rate = Figure("embedding", 99, "images/s", goal=100, at_least=True)
    assert "| embedding | 99 images/s |  | ≥ 100 images/s | no |" in page(WHERE, [rate], PEER)


def test_ratio_is_the_recipes_times_to_ours() -> None:
    assert "The recipe takes 10.0 times as long" in page(WHERE, [SEARCH], PEER)


def test_a_slower_machine_than_the_goals_is_said_to_be_one() -> None:
    text = page(WHERE, [SEARCH, Figure(PACE, 44.0, "ms")], PEER)
    assert "opened in 20 ms; this machine needs 44 ms of CPU, 2.2 times as long." in text
