"""Runs the import as the command does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from catalog.importing import Batch, import_products, open_source

Import = Callable[[Path], Batch]


@pytest.fixture
def run(db: None) -> Import:
    """Imports a folder in one batch and returns what became of it."""

    def run(folder: Path) -> Batch:
        (batch,) = import_products(source=open_source(folder), now=timezone.now(), batch_size=1000)
        return batch

    return run
