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


def declare(folder: Path, **facts: Any) -> Path:
    """A folder with an encoder that is MobileNetV2 with random weights."""
    keras = pytest.importorskip("keras", reason="training is not installed")
    network = keras.applications.MobileNetV2(include_top=False, input_shape=(None, None, 3), weights=None)
    folder.mkdir()
    network.save_weights(folder / "own.weights.h5")
    digest = hashlib.sha256((folder / "own.weights.h5").read_bytes()).hexdigest()
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


def test_its_vectors_are_pooled_features_of_length_one(tmp_path: Path, settings: Settings) -> None:
    settings.VITRINE_KERAS_ENCODERS = True
    folder = declare(tmp_path / "mobile")
    assert encoder_cards([folder])["mobile"].dimension == 1280
    encoder = load_encoder("mobile", [folder])
    vectors = encoder.encode([noise(1), noise(2, 300, 20)]).vectors
    assert vectors.shape == (2, 1280)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert encoder.encode([]).vectors.shape == (0, 1280)


def test_a_process_that_may_not_use_tensorflow_says_where_it_runs(tmp_path: Path) -> None:
    encoder = load_encoder("mobile", [declare(tmp_path / "mobile")])
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
    tmp_path: Path, settings: Settings, facts: dict[str, Any], says: str
) -> None:
    settings.VITRINE_KERAS_ENCODERS = True
    encoder = load_encoder("mobile", [declare(tmp_path / "mobile", **facts)])
    with pytest.raises(EncoderArtefactError, match=says):
        encoder.encode([noise(1)])


def test_knowing_it_imports_no_tensorflow(tmp_path: Path) -> None:
    folder = declare(tmp_path / "mobile")
    script = (
        "import sys; from recommendations.encoders import load_encoder;"
        f"load_encoder('mobile', [{str(folder)!r}]);"
        "assert not {'tensorflow', 'keras', 'recommendations.training'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
