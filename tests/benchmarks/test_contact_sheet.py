import sys
from pathlib import Path

import pytest

from benchmarks.contact_sheet import main, spread
from recommendations.training.datasets import ProductShot
from tests.evaluation.folders import varied_photos, varied_products


def test_kinds_take_turns() -> None:
    kinds = ["Tops"] * 20 + ["Jeans"] * 5 + ["Hat"]
    shots = [ProductShot(str(row), "", kind, "", "", Path()) for row, kind in enumerate(kinds)]
    chosen = [shot.type for shot in spread(shots, 6) if isinstance(shot, ProductShot)]
    assert sorted(chosen[:3]) == ["Hat", "Jeans", "Tops"]
    assert sorted(chosen[3:5]) == ["Jeans", "Tops"]


def test_a_page_of_queries_with_their_neighbours_and_misses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    products, photos = varied_products(tmp_path / "products", 40), varied_photos(tmp_path / "photos", 30)
    page = tmp_path / "sheet.html"
    options = f"--products {products} --photos {photos} --output {page} --encoder colour-histogram --rows 2"
    monkeypatch.setattr(sys, "argv", ["contact_sheet", *options.split()])
    main()
    text = page.read_text()
    assert "<h2>Phone-like photos of them</h2>" in text
    # Two products, two phone-like photos and two photos, each with eight neighbours that are right or wrong.
    assert text.count('<figure class="right">') + text.count('<figure class="wrong">') == 6 * 8
    assert text.index("Misses by colour") > text.index("Misses by type")
