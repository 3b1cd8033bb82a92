from pathlib import Path

import numpy as np

from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.labels import label_sets, photo_types, right_labels, targets


def product(kind: str, colour: str = "Black") -> ProductShot:
    return ProductShot(key="1", title="", type=kind, colour=colour, gender="Men", path=Path())


def photo(label: str) -> PhonePhoto:
    return PhonePhoto(key="1", label=label, path=Path())


def test_a_photo_is_right_for_every_type_that_answers_it() -> None:
    right = right_labels(photo("Pants"))
    assert {"Jeans", "Trousers"} <= set(right["type"])
    assert right["photo"] == ["Pants"]
    assert "colour" not in right


def test_a_photo_of_who_knows_what_is_right_for_no_type() -> None:
    assert list(right_labels(photo("Not sure"))["type"]) == []


def test_every_answering_type_list_is_there() -> None:
    assert all(photo_types().values())


def test_labels_need_enough_examples_and_the_most_frequent_comes_first() -> None:
    items = (
        [product("Caps")] * 12 + [product("Ties", "NA")] * 20 + [product("Rare")] * 9 + [photo("Skip")] * 30
    )
    labels = label_sets([right_labels(item) for item in items])
    assert labels["type"] == ("Ties", "Caps")
    assert labels.keys() == {"type"}, "one label alone says nothing"


def test_targets_mark_every_right_label_and_skip_unknown_ones() -> None:
    right = [{"type": ["b"]}, {"type": ["a", "c", "z"]}, {"type": ["z"]}, {}]
    assert np.array_equal(targets(right, "type", "abc"), [[0, 1, 0], [1, 0, 1], [0, 0, 0], [0, 0, 0]])
