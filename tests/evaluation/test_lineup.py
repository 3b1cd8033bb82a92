from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from django.test import override_settings

from catalog.imaging import resize
from recommendations.encoders import load_encoder
from recommendations.evaluation import lineup
from recommendations.evaluation.boxes import overlap
from recommendations.evaluation.contenders import ChanceEncoder, Contender
from recommendations.evaluation.lineup import Weights, WeightsError, line_up, searched_first
from recommendations.training.datasets import ProductShot, read_products
from tests.evaluation.folders import varied_products
from tests.training.folders import SHAPES, shot


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[ProductShot]:
    return read_products(varied_products(tmp_path_factory.mktemp("products"), 40))


@pytest.fixture(scope="module")
def line(shots: Sequence[ProductShot]) -> dict[str, Contender]:
    return {contender.name: contender for contender in line_up([load_encoder("vitrine-1")], shots, Weights())}


def test_each_takes_part_once_and_the_ones_asked_for_first(line: dict[str, Contender]) -> None:
    assert list(line) == ["vitrine-1", "chance", "colour-histogram", "autoencoder", "resnet50"]


def test_boxes_are_suggested_as_the_shop_does(line: dict[str, Contender]) -> None:
    assert line["resnet50"].first_box is None
    assert line["chance"].first_box is not None
    assert line["chance"].first_box(shot("Tshirts", "Red")) == (0, 0, 1, 1)
    assert line["vitrine-1"].first_box is searched_first


@override_settings(VITRINE_REGIONS="")
def test_a_shop_that_suggests_nothing_searches_the_whole_photo() -> None:
    assert searched_first(shot("Tshirts", "Red")) == (0, 0, 1, 1)


@override_settings(VITRINE_REGIONS="regions-1")
def test_a_shop_that_suggests_boxes_searches_the_product_on_its_ground() -> None:
    top, bottom, left, right = (edge / 64 for edge in SHAPES["Tshirts"])
    photo = resize(shot("Tshirts", "Red", ground=170), 320, 320)
    assert overlap(searched_first(photo), (left, top, right, bottom)) > 0.5


def test_what_a_product_takes(line: dict[str, Contender]) -> None:
    assert {name: contender.bytes_per_product for name, contender in line.items()} == {
        "vitrine-1": 906,
        "chance": 32,
        "colour-histogram": 128,
        "autoencoder": 2048,
        "resnet50": 8192,
    }


def test_resnet_without_weights_only_costs(line: dict[str, Contender]) -> None:
    assert "no weights" in line["resnet50"].not_run
    assert line["resnet50"].encoder.encode([shot("Tshirts", "Red")]).vectors.shape == (1, 2048)
    assert not line["autoencoder"].not_run


def test_earlier_systems_search_by_distance(line: dict[str, Contender]) -> None:
    rows = np.eye(3, 512, dtype=np.float32) * np.array([[1], [2], [9]], np.float32)
    assert line["autoencoder"].search(rows, rows, 3).shape == (3, 3)
    assert line["resnet50"].search(rows, rows, 1)[:, 0].tolist() == [0, 1, 2]
    assert line["resnet50"].search(rows, rows, 1, same=True)[:, 0].tolist() == [1, 0, 0]


def test_without_tensorflow_the_rest_is_measured(
    shots: Sequence[ProductShot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lineup, "find_spec", lambda name: None)
    names = [contender.name for contender in line_up([load_encoder("colour-histogram")], shots, Weights())]
    assert names == ["colour-histogram", "chance"]


def test_weights_of_another_network_are_refused_in_words(
    shots: Sequence[ProductShot], tmp_path: Path
) -> None:
    (tmp_path / "other.weights.h5").write_bytes(b"no weights")
    with pytest.raises(WeightsError, match=r"other\.weights\.h5 cannot be used"):
        list(line_up([], shots, Weights(mobilenet=str(tmp_path / "other.weights.h5"))))


def test_chance_draws_unit_vectors_whatever_it_sees() -> None:
    vectors = ChanceEncoder().encode([shot("Tshirts", "Red")] * 50).vectors
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    assert np.abs(np.corrcoef(vectors)).mean() < 0.4
