"""A file that is not what its card says is refused in words."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from recommendations.litert import ArtefactError
from recommendations.regions import RegionFinder, read_card
from recommendations.regions.finder import ARTEFACTS

SHIPPED = "regions-1"
PHOTO = np.random.default_rng(1).integers(0, 256, (80, 60, 3), dtype=np.uint8)


@pytest.fixture
def artefact(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ARTEFACTS / SHIPPED, tmp_path / "copy"))


def change_card(artefact: Path, **facts: Any) -> None:
    file = artefact / "card.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | facts))


def test_a_copy_works(artefact: Path) -> None:
    assert isinstance(RegionFinder(artefact).find(PHOTO), list)


def test_a_changed_file_is_refused(artefact: Path) -> None:
    with (artefact / "model.tflite").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ArtefactError, match="not the file of its card"):
        RegionFinder(artefact).find(PHOTO)


def test_a_missing_file_is_refused(artefact: Path) -> None:
    (artefact / "model.tflite").unlink()
    with pytest.raises(ArtefactError, match="cannot be read"):
        RegionFinder(artefact).find(PHOTO)


def test_a_file_that_is_no_model_is_refused(artefact: Path) -> None:
    content = b"not a model"
    (artefact / "model.tflite").write_bytes(content)
    change_card(artefact, digest=hashlib.sha256(content).hexdigest())
    with pytest.raises(ArtefactError, match="not a LiteRT model"):
        RegionFinder(artefact).find(PHOTO)


@pytest.mark.parametrize("facts", [{"grid": 5}, {"input_size": 96}, {"kinds": ["upper"]}])
def test_a_card_of_other_shapes_is_refused(artefact: Path, facts: dict[str, Any]) -> None:
    change_card(artefact, **facts)
    with pytest.raises(ArtefactError, match="no tensor"):
        RegionFinder(artefact).find(PHOTO)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"key": "x", "input_size": "many"}'])
def test_a_broken_card_is_refused(artefact: Path, text: str) -> None:
    (artefact / "card.json").write_text(text)
    with pytest.raises(ArtefactError, match="card"):
        read_card(artefact)


def test_the_shipped_one_is_small() -> None:
    assert (ARTEFACTS / SHIPPED / "model.tflite").stat().st_size < 2_000_000
