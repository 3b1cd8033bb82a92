"""A file that is not what its card says is refused in words."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from recommendations.encoders import DEFAULT, EncoderArtefactError
from recommendations.encoders.litert import LiteRTEncoder, read_card
from recommendations.encoders.registry import ARTEFACTS
from tests.encoders.pictures import noise


@pytest.fixture
def artefact(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ARTEFACTS / DEFAULT, tmp_path / "copy"))


def change_card(artefact: Path, **facts: Any) -> None:
    file = artefact / "card.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | facts))


def test_a_copy_works(artefact: Path) -> None:
    encoder = LiteRTEncoder(artefact)
    assert encoder.encode([noise(1)]).vectors.shape == (1, encoder.card.dimension)


def test_a_changed_file_is_refused(artefact: Path) -> None:
    with (artefact / "model.tflite").open("ab") as file:
        file.write(b"x")
    with pytest.raises(EncoderArtefactError, match="not the file of its card"):
        LiteRTEncoder(artefact).encode([noise(1)])


def test_a_missing_file_is_refused(artefact: Path) -> None:
    (artefact / "model.tflite").unlink()
    with pytest.raises(EncoderArtefactError, match="cannot be read"):
        LiteRTEncoder(artefact).encode([noise(1)])


def test_a_file_that_is_no_model_is_refused(artefact: Path) -> None:
    content = b"not a model"
    (artefact / "model.tflite").write_bytes(content)
    change_card(artefact, digest=hashlib.sha256(content).hexdigest())
    with pytest.raises(EncoderArtefactError, match="not a LiteRT model"):
        LiteRTEncoder(artefact).encode([noise(1)])


@pytest.mark.parametrize(
    "facts", [{"dimension": 128}, {"input_size": 96}, {"labels": {"type": ["Only one"]}}]
)
def test_a_card_of_other_shapes_is_refused(artefact: Path, facts: dict[str, Any]) -> None:
    change_card(artefact, **facts)
    with pytest.raises(EncoderArtefactError, match="no tensor"):
        LiteRTEncoder(artefact).encode([noise(1)])


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"key": "x", "dimension": "many"}'])
def test_a_broken_card_is_refused(artefact: Path, text: str) -> None:
    (artefact / "card.json").write_text(text)
    with pytest.raises(EncoderArtefactError, match=r"card\.json cannot be read"):
        read_card(artefact)


def test_knowing_an_encoder_loads_no_model(artefact: Path) -> None:
    (artefact / "model.tflite").unlink()
    assert LiteRTEncoder(artefact).card.dimension == 453
