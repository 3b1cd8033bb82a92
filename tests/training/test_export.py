from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training is not installed")

from recommendations.training.export import ExportError, check_parity, write_whole

ROWS = np.eye(4, dtype=np.float32)


def test_equal_rows_pass() -> None:
    assert check_parity(ROWS, ROWS) == 1


def test_rows_that_differ_are_refused() -> None:
    with pytest.raises(ExportError, match=r"cosine 0\.00000, under 0\.999"):
        check_parity(ROWS, np.roll(ROWS, 1, axis=0))


def test_a_network_that_diverged_is_refused() -> None:
    with pytest.raises(ExportError, match="cosine nan"):
        check_parity(ROWS * np.float32("nan"), ROWS)


def test_a_file_is_written_whole_and_replaces_an_earlier_one(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    write_whole(file, b"one")
    write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]
