"""An encoder comes as two files; a card that lies is found out before anything is kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from recommendations.encoders import EncoderArtefactError, card_folder, encoder_cards
from recommendations.litert import CARD_FILE, MODEL_FILE
from recommendations.services.encoder_files import install_encoder

INSTALL = reverse("admin:recommendations_encoder_install")


@pytest.fixture
def uploads(tmp_path: Path, settings: Any) -> Path:
    settings.VITRINE_ENCODER_UPLOADS = str(tmp_path / "encoders")
    settings.VITRINE_ENCODER_DIRS = [settings.VITRINE_ENCODER_UPLOADS]
    return tmp_path / "encoders"


@pytest.fixture(scope="module")
def model() -> bytes:
    return (card_folder("vitrine-1") / MODEL_FILE).read_bytes()


def card(**facts: object) -> bytes:
    shipped = json.loads((card_folder("vitrine-1") / CARD_FILE).read_text())
    return json.dumps(shipped | {"key": "own"} | facts).encode()


def test_it_is_there_for_every_process_and_twice_is_once(uploads: Path, model: bytes) -> None:
    for _again in range(2):
        assert install_encoder(card=card(), model=model).key == "own"
        assert encoder_cards([uploads])["own"].dimension == 453
    assert sorted(path.name for path in uploads.iterdir()) == [".incoming", "own"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"dimension": 300}, "has no tensor 'embedding' of the shape"),
        ({"digest": "0" * 64}, "is not the file of its card"),
        ({"size_bytes": 5}, "the card says 5"),
        ({"key": "../own"}, "lower-case letters"),
        ({"key": "vitrine-1", "digest": "0" * 64}, "There is another encoder named vitrine-1"),
        ({"looks_from": 453}, "the looks cannot begin at 453"),
        ({"patches": [7, 256]}, "rows, columns and numbers"),
        ({"patches": [7, 7, 9]}, "has no tensor 'patches' of the shape"),
        ({"backbone": "ResNet50"}, "asks for TensorFlow"),
        ({"dimension": "many"}, "cannot be read"),
        ({"key": ["own"]}, "cannot be understood"),
        ({"strength": {"similar": {"slope": "steep"}}}, "cannot be understood"),
    ],
)
def test_a_card_that_lies(uploads: Path, model: bytes, facts: dict[str, object], said: str) -> None:
    with pytest.raises(EncoderArtefactError, match=said) as refused:
        install_encoder(card=card(**facts), model=model)
    assert str(uploads) not in str(refused.value), "whoever sent it knows no such folder"
    assert "own" not in encoder_cards([uploads])
    assert list((uploads / ".incoming").iterdir()) == []


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, model: bytes, settings: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    settings.VITRINE_ENCODER_UPLOADS = str(tmp_path / "file")
    with pytest.raises(EncoderArtefactError, match="cannot be written to"):
        install_encoder(card=card(), model=model)


def test_in_the_admin_the_sentence_stands_in_the_form(db: None, client: Client, uploads: Path) -> None:
    client.force_login(User.objects.create_superuser("owner"))

    def send(card: bytes) -> str:
        files = {
            "card": SimpleUploadedFile(CARD_FILE, card),
            "model": SimpleUploadedFile(MODEL_FILE, b"no network"),
        }
        return client.post(INSTALL, files, follow=True).content.decode()

    assert "Its file has 10 bytes, the card says" in send(card())
    assert "cannot be read" in send(b"{")
    assert "This field is required" in client.post(INSTALL, {}).content.decode()


def test_the_command_says_what_is_missing(uploads: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("install_encoder", str(tmp_path / "nowhere"))
