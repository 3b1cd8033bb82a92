"""The first rows of the real set."""

from pathlib import Path

import pytest
from django.db.models import Count

from catalog.models import Product

from .conftest import Import

_ROWS = 150


@pytest.mark.django_db
def test_real_rows_are_imported(tmp_path: Path, real_data: Path, run: Import) -> None:
    products = real_data / "products"
    table = next(path for name in ("products.csv", "styles.csv") if (path := products / name).is_file())
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / table.name).write_text("".join(lines[: _ROWS + 1]), encoding="utf-8")
    (tmp_path / "images").symlink_to(products / "images")
    batch = run(tmp_path)
    assert (batch.created, batch.rejects) == (_ROWS, ())
    assert Product.objects.annotate(n=Count("images")).filter(n=1).count() == _ROWS
    assert run(tmp_path).unchanged == _ROWS
