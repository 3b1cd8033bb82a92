from pathlib import Path

from recommendations.litert import read_facts, write_facts, write_whole


def test_a_file_is_written_whole_and_replaces_an_earlier_one(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    write_whole(file, b"one")
    write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


def test_a_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_facts(tmp_path, {"key": "größe", "figures": [1, 2]})
    assert read_facts(tmp_path) == {"key": "größe", "figures": [1, 2]}
