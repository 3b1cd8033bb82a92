from collections.abc import Sequence

import numpy as np
import pytest

from recommendations.encoders import load_encoder
from recommendations.evaluation import lineup
from recommendations.evaluation.contenders import ChanceEncoder, Contender
from recommendations.evaluation.lineup import Weights, line_up
from recommendations.training.datasets import ProductShot, read_products
from tests.evaluation.folders import varied_products
from tests.training.folders import shot


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[ProductShot]:
    return read_products(varied_products(tmp_path_factory.mktemp("products"), 40))


@pytest.fixture(scope="module")
def line(shots: Sequence[ProductShot]) -> dict[str, Contender]:
    return {contender.name: contender for contender in line_up([load_encoder("vitrine-1")], shots, Weights())}


def test_each_takes_part_once_and_the_ones_asked_for_first(line: dict[str, Contender]) -> None:
    assert list(line) == ["vitrine-1", "chance", "colour-histogram", "autoencoder", "resnet50"]


def test_what_a_product_takes(line: dict[str, Contender]) -> None:
    assert {name: contender.bytes_per_product for name, contender in line.items()} == {
        "vitrine-1": 512,
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


def test_chance_draws_unit_vectors_whatever_it_sees() -> None:
    vectors = ChanceEncoder().encode([shot("Tshirts", "Red")] * 50).vectors
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    assert np.abs(np.corrcoef(vectors)).mean() < 0.4
