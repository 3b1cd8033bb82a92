"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real pictures, with `products/` and `photos/`."""
    folder = os.environ.get("VITRINE_DATA")
    if not folder:
        pytest.skip("VITRINE_DATA is not set: this test needs real pictures")
    return Path(folder)
