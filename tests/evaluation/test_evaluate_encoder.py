import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from recommendations.evaluation import gallery, lineup
from tests.evaluation.folders import varied_photos, varied_products


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("folders")
    return varied_products(folder / "products", 60), varied_photos(folder / "photos", 60)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "PHONE_LIKE_QUERIES", 6)
    monkeypatch.setattr(gallery, "STAGED_PRODUCTS", 2)


def evaluate(folders: tuple[Path, Path], **options: Any) -> None:
    call_command("evaluate_encoder", **({"products": folders[0], "photos": folders[1]} | options))


def test_the_command_prints_tables_and_writes_json(
    folders: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lineup, "find_spec", lambda name: None)
    evaluate(folders, encoder=["vitrine-1", "colour-histogram"], json=tmp_path / "figures.json")
    said = capsys.readouterr()
    assert "6 phone-like photos of the shots, 2 shots on four grounds each" in said.out
    assert "|  | vitrine-1 | colour-histogram | chance |" in said.out
    for measure in ("type P@5", "gender P@5", "photo → product P@5", "same item R@5", "type top-1, shots"):
        assert f"\n| {measure} | 0." in said.out or f"\n| {measure} | 1." in said.out
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert set(figures) == {"vitrine-1", "colour-histogram", "chance"}
    figure = figures["vitrine-1"]["items"]["type P@5"]
    assert 0 <= figure["low"] <= figure["value"] <= figure["high"] <= 1
    assert figures["vitrine-1"]["cost"]["bytes_per_product"] == 906
    assert (
        figures["colour-histogram"]["items"]["type + colour P@5"]["value"]
        > (figures["chance"]["items"]["type + colour P@5"]["value"])
    )


def test_without_weights_the_frozen_network_is_left_out_in_words(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lineup, "_trained_elsewhere", lambda *arguments: iter(()))
    evaluate(folders, encoder=["colour-histogram"])
    assert "Frozen MobileNetV2 is left out: it needs --weights." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"encoder": ["vitrine-9"]}, "There is no encoder 'vitrine-9'"),
        ({"products": Path("nowhere")}, "There is no folder nowhere"),
        ({"photos": Path(__file__).parent}, "has no photos.csv"),
        ({"json": Path("nowhere/figures.json")}, "There is no folder"),
        ({"weights": "nowhere.h5"}, "There is no file of weights nowhere.h5"),
        ({"resnet50_weights": "nowhere.h5"}, "There is no file of weights nowhere.h5"),
    ],
)
def test_bad_arguments_are_refused_in_words(
    folders: tuple[Path, Path], options: dict[str, Any], says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        evaluate(folders, **options)
