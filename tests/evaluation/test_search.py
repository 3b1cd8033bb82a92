import numpy as np
import pytest

from recommendations.evaluation import search
from recommendations.evaluation.search import clustered_rows, euclidean_rows, nearest_rows

# Five unit vectors on a quarter circle, at 0, 10, 20, 60 and 90 degrees.
ANGLES = np.radians([0, 10, 20, 60, 90])
GALLERY = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1).astype(np.float32)
LINE = np.array([[0, 0], [1, 0], [2, 0], [4, 0], [7, 0]], np.float32)


def test_the_nearest_come_first_and_never_oneself() -> None:
    near = nearest_rows(GALLERY, GALLERY, 2, same=True)
    assert near.tolist() == [[1, 2], [0, 2], [1, 0], [4, 2], [3, 2]]


def test_a_query_of_its_own_may_find_any_row() -> None:
    query = np.array([[np.cos(np.radians(62)), np.sin(np.radians(62))]], np.float32)
    assert nearest_rows(query, GALLERY, 3).tolist() == [[3, 4, 2]]


def test_a_small_gallery_gives_what_it_has() -> None:
    assert nearest_rows(GALLERY[:3], GALLERY[:3], 5, same=True).shape == (3, 2)
    assert nearest_rows(GALLERY[:3], GALLERY[:3], 5).shape == (3, 3)


def test_ties_go_to_the_lower_row() -> None:
    same = np.array([[1, 0], [1, 0], [1, 0]], np.float32)
    assert nearest_rows(same, same, 2, same=True).tolist() == [[1, 2], [0, 2], [0, 1]]


def test_many_queries_are_searched_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = nearest_rows(GALLERY, GALLERY, 3, same=True)
    monkeypatch.setattr(search, "CHUNK", 2)
    assert nearest_rows(GALLERY, GALLERY, 3, same=True).tolist() == whole.tolist()


def test_euclidean_distance_does_not_prefer_long_vectors() -> None:
    query = np.array([[1.9, 0]], np.float32)
    assert euclidean_rows(query, LINE, 5).tolist() == [[2, 1, 0, 3, 4]]
    assert nearest_rows(query, LINE, 1).tolist() == [[4]]


def test_a_cluster_is_searched_before_all_others() -> None:
    within = clustered_rows(np.array([[0.5, 0], [5, 0]], np.float32))
    # 2.6 is nearer to the centre at 0.5, so 2, 1 and 0 come before 4, which lies nearer than 0.
    assert within(np.array([[2.6, 0]], np.float32), LINE, 4).tolist() == [[2, 1, 0, 3]]
    assert within(LINE, LINE, 2, same=True)[3].tolist() == [4, 0]
