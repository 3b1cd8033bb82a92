"""Networks of keras.applications as encoders of the gallery."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from recommendations.encoders import EncoderArtefactError, encoder_cards, load_encoder
from tests.encoders.pictures import noise

# Keras reads its variables in a way that NumPy will no longer know.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Of MobileNetV2, by chance."""
    keras = pytest.importorskip("keras", reason="training is not installed")
    model = keras.applications.MobileNetV2(include_top=False, input_shape=(None, None, 3), weights=None)
    file: Path = tmp_path_factory.mktemp("weights") / "own.weights.h5"
    model.save_weights(file)
    return file.read_bytes()


def declare(folder: Path, network: bytes, **facts: Any) -> Path:
    """A folder with an encoder of these weights."""
    folder.mkdir()
    (folder / "own.weights.h5").write_bytes(network)
    digest = hashlib.sha256(network).hexdigest()
    card = {
        "key": "mobile",
        "dimension": 1280,
        "input_size": 64,
        "digest": digest,
        "size_bytes": 0,
        "labels": {},
        "backbone": "MobileNetV2",
        "weights": "own.weights.h5",
    }
    (folder / "card.json").write_text(json.dumps(card | facts))
    return folder


def test_its_vectors_are_pooled_features_of_length_one(
    tmp_path: Path, network: bytes, settings: Settings
) -> None:
    settings.VITRINE_KERAS_ENCODERS = True
    folder = declare(tmp_path / "mobile", network)
    assert encoder_cards([folder])["mobile"].dimension == 1280
    encoder = load_encoder("mobile", [folder])
    vectors = encoder.encode([noise(1), noise(2, 300, 20)]).vectors
    assert vectors.shape == (2, 1280)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert encoder.encode([]).vectors.shape == (0, 1280)


def test_a_process_that_may_not_use_tensorflow_says_where_it_runs(tmp_path: Path, network: bytes) -> None:
    encoder = load_encoder("mobile", [declare(tmp_path / "mobile", network)])
    with pytest.raises(EncoderArtefactError, match="in a worker with VITRINE_KERAS_ENCODERS=true"):
        encoder.encode([noise(1)])


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"digest": "0" * 64}, "is not the file of its card"),
        ({"weights": "nowhere.h5"}, "cannot be read"),
        ({"backbone": "Oculus9"}, "There is no network Oculus9"),
        ({"dimension": 7}, "makes 1280 numbers, its card says 7"),
    ],
)
def test_a_card_that_does_not_fit_is_refused_in_words(
    tmp_path: Path, network: bytes, settings: Settings, facts: dict[str, Any], says: str
) -> None:
    settings.VITRINE_KERAS_ENCODERS = True
    encoder = load_encoder("mobile", [declare(tmp_path / "mobile", network, **facts)])
    with pytest.raises(EncoderArtefactError, match=says):
        encoder.encode([noise(1)])


def test_knowing_it_imports_no_tensorflow(tmp_path: Path, network: bytes) -> None:
    folder = declare(tmp_path / "mobile", network)
    script = (
        "import sys; from recommendations.encoders import load_encoder;"
        f"load_encoder('mobile', [{str(folder)!r}]);"
        "assert not {'tensorflow', 'keras', 'recommendations.training'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
