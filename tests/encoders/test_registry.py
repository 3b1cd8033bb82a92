import json
import shutil
from pathlib import Path

import pytest

from recommendations.encoders import DEFAULT, UnknownEncoder, encoder_cards, load_encoder
from recommendations.encoders.registry import ARTEFACTS


def test_both_shipped_encoders_are_known() -> None:
    cards = encoder_cards()
    assert set(cards) == {"vitrine-1", "colour-histogram"}
    assert all(len(card.digest) == 64 and card.key == key for key, card in cards.items())


def test_each_load_is_an_encoder_of_its_own() -> None:
    assert load_encoder(DEFAULT) is not load_encoder(DEFAULT)


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownEncoder, match="Choose one of: colour-histogram, vitrine-1"):
        load_encoder("vitrine-9")


@pytest.mark.parametrize("below", [".", "mine"])
def test_a_folder_of_ones_own_adds_an_encoder(tmp_path: Path, below: str) -> None:
    shutil.copytree(ARTEFACTS / DEFAULT, tmp_path / below, dirs_exist_ok=True)
    card = tmp_path / below / "card.json"
    card.write_text(json.dumps(json.loads(card.read_text()) | {"key": "mine"}))
    assert "mine" in encoder_cards([tmp_path])
    assert load_encoder("mine", [tmp_path]).card.key == "mine"
    assert "mine" not in encoder_cards()


def test_a_folder_of_ones_own_may_replace_a_shipped_encoder(tmp_path: Path) -> None:
    shutil.copytree(ARTEFACTS / DEFAULT, tmp_path / "newer")
    card = tmp_path / "newer" / "card.json"
    card.write_text(json.dumps(json.loads(card.read_text()) | {"description": "newer"}))
    assert load_encoder(DEFAULT, [tmp_path]).card.description == "newer"
