import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from recommendations.encoders import load_encoder
from recommendations.evaluation.benchmark import measure, read_gallery
from recommendations.training.datasets import DatasetError, read_photos, read_products
from tests.training.folders import write_photos, write_products


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("folders")
    return write_products(folder / "products", 110), write_photos(folder / "photos", 60)


def evaluate(folders: tuple[Path, Path], **options: Any) -> None:
    call_command("evaluate_encoder", products=folders[0], photos=folders[1], **options)


def test_a_histogram_knows_colours_of_drawn_goods(folders: tuple[Path, Path]) -> None:
    gallery = read_gallery(read_products(folders[0]), read_photos(folders[1]))
    encoder = load_encoder("colour-histogram")
    told: list[int] = []
    figures = measure(encoder, gallery, told.append)
    assert sum(told) == gallery.pictures
    assert figures["type + colour"].value > 0.5
    assert figures["type"].count == len(gallery.shots)
    assert figures["same item, R@1"].count == len(gallery.phone_like)
    assert figures["colour named right, shot"].value > 0.9


def test_only_the_held_out_third_is_measured_on(folders: tuple[Path, Path]) -> None:
    products = read_products(folders[0])
    gallery = read_gallery(products, read_photos(folders[1]))
    assert 20 < len(gallery.shots) < 50 < len(products)


def test_too_few_pictures_are_refused(tmp_path: Path) -> None:
    products, photos = write_products(tmp_path / "products", 4), write_photos(tmp_path / "photos", 60)
    with pytest.raises(DatasetError, match="Over 5 held-out pictures of each kind"):
        read_gallery(read_products(products), read_photos(photos))


def test_the_command_prints_a_table_and_writes_json(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate(folders, encoder="vitrine-1", json=tmp_path / "figures.json")
    said = capsys.readouterr()
    assert "|  | vitrine-1 | colour-histogram |" in said.out
    assert "| type + colour | " in said.out
    assert "Frozen MobileNetV2 is left out" in said.err
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert set(figures) == {"vitrine-1", "colour-histogram"}
    assert 0 <= figures["vitrine-1"]["type"]["low"] <= figures["vitrine-1"]["type"]["value"] <= 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"encoder": "vitrine-9"}, "There is no encoder 'vitrine-9'"),
        ({"products": Path("nowhere")}, "There is no folder nowhere"),
        ({"photos": Path(__file__).parent}, "has no photos.csv"),
        ({"json": Path("nowhere/figures.json")}, "There is no folder"),
    ],
)
def test_bad_arguments_are_refused_in_words(
    folders: tuple[Path, Path], options: dict[str, Any], says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("evaluate_encoder", **({"products": folders[0], "photos": folders[1]} | options))
