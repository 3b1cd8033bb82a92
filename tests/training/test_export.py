import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training is not installed")

from recommendations.training.export import ExportError, check_parity

ROWS = np.eye(4, dtype=np.float32)


def test_equal_rows_pass() -> None:
    assert check_parity(ROWS, ROWS) == 1


def test_rows_that_differ_are_refused() -> None:
    with pytest.raises(ExportError, match=r"cosine 0\.00000, under 0\.999"):
        check_parity(ROWS, np.roll(ROWS, 1, axis=0))


def test_a_network_that_diverged_is_refused() -> None:
    with pytest.raises(ExportError, match="cosine nan"):
        check_parity(ROWS * np.float32("nan"), ROWS)
