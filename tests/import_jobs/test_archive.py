"""A ZIP is unpacked into its folder and nowhere else."""

import random
from pathlib import Path

import pytest

from catalog.imaging import UPLOAD
from catalog.importing import CatalogueFileError
from catalog.importing.archive import unpack_pictures

from .archives import packed


def _unpack(tmp_path: Path, data: bytes) -> Path:
    (tmp_path / "pictures.zip").write_bytes(data)
    unpack_pictures(tmp_path / "pictures.zip", tmp_path / "images")
    return tmp_path / "images"


def test_files_and_folders_are_unpacked_once(tmp_path: Path) -> None:
    folder = _unpack(tmp_path, packed({"a.jpg": b"a", "more/b.jpg": b"b"}))
    assert (folder / "more" / "b.jpg").read_bytes() == b"b"
    (folder / "a.jpg").write_bytes(b"mine")
    _unpack(tmp_path, packed({"a.jpg": b"a"}))
    assert (folder / "a.jpg").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed({"../evil.jpg": b"x"}), "lies outside of it"),
        (packed({"more/../../evil.jpg": b"x"}), "lies outside of it"),
        (packed({"/etc/evil.jpg": b"x"}), "lies outside of it"),
        (packed({"..\\evil.jpg": b"x"}), "lies outside of it"),
        (packed({"C:/evil.jpg": b"x"}), "lies outside of it"),
        (packed({"a.jpg": b"x"}, link="link.jpg"), "has a link"),
        (packed({"bomb.jpg": bytes(30_000_000)}), "unpacks to no picture"),
        (b"no zip at all", "cannot be unpacked"),
        (packed({"a.jpg": b"x" * 5000})[:90], "cannot be unpacked"),
    ],
    ids=["above", "up and down", "from the root", "backslash", "drive", "link", "bomb", "text", "cut off"],
)
def test_what_would_do_harm_is_refused_whole(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(CatalogueFileError, match=sentence):
        _unpack(tmp_path, data)
    assert not (tmp_path / "images").exists()
    assert {path.name for path in tmp_path.iterdir()} <= {"pictures.zip", "images.part"}
    assert not any("evil" in path.name for path in tmp_path.rglob("*"))


def test_what_says_less_than_it_is_is_refused(tmp_path: Path) -> None:
    data = packed({"a.jpg": b"x" * 5000}).replace((5000).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    with pytest.raises(CatalogueFileError, match="cannot be unpacked"):
        _unpack(tmp_path, data)


def test_what_is_too_large_for_a_picture_is_left_out(tmp_path: Path) -> None:
    large = random.Random(1).randbytes(UPLOAD.max_bytes + 1)
    folder = _unpack(tmp_path, packed({"a.jpg": b"x", "large.jpg": large}))
    assert [path.name for path in folder.iterdir()] == ["a.jpg"]
