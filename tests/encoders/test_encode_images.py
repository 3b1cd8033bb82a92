from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from catalog.imaging import encode_jpeg, open_picture
from recommendations.encoders import load_encoder
from tests.encoders.pictures import noise


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    (folder / "shoes").mkdir(parents=True)
    for name, seed in {"b.jpg": 1, "a.jpg": 2, "shoes/c.jpg": 3}.items():
        (folder / name).write_bytes(encode_jpeg(noise(seed), 90))
    return folder


def encode(folder: Path, output: Path, **options: Any) -> Any:
    call_command("encode_images", folder, output=output, **options)
    return np.load(output)


def test_names_and_unit_vectors_in_order(folder: Path, tmp_path: Path) -> None:
    archive = encode(folder, tmp_path / "out.npz", encoder="vitrine-1")
    assert archive["names"].tolist() == ["a.jpg", "b.jpg", "shoes/c.jpg"]
    assert archive["vectors"].dtype == np.float32
    assert np.linalg.norm(archive["vectors"], axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_the_vectors_are_the_shops_own(folder: Path, tmp_path: Path) -> None:
    encoder = load_encoder("vitrine-1")
    picture = open_picture((folder / "shoes" / "c.jpg").read_bytes(), side=encoder.card.input_size)
    archive = encode(folder, tmp_path / "out.npz", encoder="vitrine-1")
    assert np.array_equal(archive["vectors"][2], encoder.encode([picture]).vectors[0])


def test_the_active_encoder_is_the_default(folder: Path, tmp_path: Path) -> None:
    assert encode(folder, tmp_path / "out.npz")["vectors"].shape == (3, 64)


def test_unreadable_files_are_reported_and_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.jpg").write_bytes((folder / "a.jpg").read_bytes()[:300])
    (folder / "notes.txt").write_text("not a picture")
    (folder / ".hidden").write_text("not a picture either")
    archive = encode(folder, tmp_path / "out.npz")
    assert archive["names"].tolist() == ["a.jpg", "b.jpg", "shoes/c.jpg"]
    said = capsys.readouterr().err
    assert "broken.jpg: " in said
    assert "notes.txt: This file is not a photo" in said
    assert ".hidden" not in said


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"encoder": "vitrine-9"}, "There is no encoder 'vitrine-9'"),
        ({"output": "out.csv"}, r"name it out\.csv\.npz"),
        ({"output": "nowhere/out.npz"}, r"There is no folder .*nowhere to write to"),
        ({"folder": "nowhere"}, r"There is no folder .*nowhere"),
    ],
)
def test_bad_arguments_are_refused_in_words(
    folder: Path, tmp_path: Path, options: dict[str, str], says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        call_command(
            "encode_images",
            tmp_path / options.get("folder", "pictures"),
            output=tmp_path / options.get("output", "out.npz"),
            encoder=options.get("encoder", "colour-histogram"),
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pictures"]


def test_a_folder_without_a_picture_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match="No picture under"):
        encode(tmp_path / "empty", tmp_path / "out.npz")
    assert not (tmp_path / "out.npz").exists()


def test_an_earlier_output_is_replaced_whole(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out.npz").write_bytes(b"of an earlier run")
    assert len(encode(folder, tmp_path / "out.npz")["names"]) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.npz", "pictures"]
