from collections.abc import Sequence

import numpy as np
import pytest

from recommendations.training.autoencoder import CODE_SIZE, train_autoencoder
from recommendations.training.datasets import DatasetError, ProductShot, held_out, read_products
from tests.evaluation.folders import varied_products
from tests.training.folders import shot


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[ProductShot]:
    return read_products(varied_products(tmp_path_factory.mktemp("products"), 40))


def test_a_slightly_darker_picture_has_the_nearest_code(shots: Sequence[ProductShot]) -> None:
    read: list[int] = []
    encoder, centres = train_autoencoder(shots, epochs=30, progress=read.append)
    pictures = [shot(kind, colour) for kind in ("Tshirts", "Trousers") for colour in ("Red", "Blue")]
    codes = encoder.encode(pictures).vectors
    darker = encoder.encode([(picture * 0.97).astype(np.uint8) for picture in pictures]).vectors
    assert codes.shape == (4, CODE_SIZE)
    distances = np.linalg.norm(darker[:, None] - codes, axis=2)
    assert distances.argmin(axis=1).tolist() == [0, 1, 2, 3]
    assert centres.shape == (10, CODE_SIZE)
    assert sum(read) == sum(not held_out(item) for item in shots)


def test_without_pictures_it_is_refused(shots: Sequence[ProductShot]) -> None:
    with pytest.raises(DatasetError, match="None of the pictures"):
        train_autoencoder([item for item in shots if held_out(item)], epochs=1, progress=str)
