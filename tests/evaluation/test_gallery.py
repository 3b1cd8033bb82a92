from pathlib import Path

import numpy as np
import pytest

from catalog.imaging import open_picture
from recommendations.evaluation import gallery as module
from recommendations.evaluation.gallery import read_gallery
from recommendations.training.datasets import (
    DatasetError,
    PhonePhoto,
    ProductShot,
    held_out,
    read_photos,
    read_products,
)
from tests.evaluation.folders import varied_photos, varied_products


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("folders")
    return varied_products(folder / "products", 60), varied_photos(folder / "photos", 60)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PHONE_LIKE_QUERIES", 4)
    monkeypatch.setattr(module, "STAGED_PRODUCTS", 2)


def twin(folder: Path, shots: list[ProductShot], *, held: bool) -> ProductShot:
    """A new title's shot with the picture of one on the other side of the split."""
    other = next(shot for shot in shots if held_out(shot) is not held)
    path = folder / f"twin-{held}.jpg"
    path.write_bytes(other.path.read_bytes())
    titles = (f"Twin {number}" for number in range(99))
    made = (ProductShot("twin", title, "Tshirts", "Red", "Men", path) for title in titles)
    return next(shot for shot in made if held_out(shot) is held)


def test_only_the_held_out_third_is_measured_on(folders: tuple[Path, Path]) -> None:
    shots = read_products(folders[0])
    gallery = read_gallery(shots, read_photos(folders[1]))
    assert gallery.shots == [shot for shot in shots if held_out(shot)]
    assert gallery.ignored == 0
    assert all(held_out(photo) for photo in gallery.photos)
    assert len(gallery.photos) > 10


def test_a_held_out_shot_that_nearly_is_a_trained_one_is_ignored(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    shots, photos = read_products(folders[0]), read_photos(folders[1])
    leaked = twin(tmp_path, shots, held=True)
    gallery = read_gallery([*shots, leaked], photos)
    assert leaked not in gallery.shots
    assert gallery.ignored == 1


def test_twins_on_the_held_out_side_both_stay(folders: tuple[Path, Path], tmp_path: Path) -> None:
    shots, photos = read_products(folders[0]), read_photos(folders[1])
    (tmp_path / "again.jpg").write_bytes(next(filter(held_out, shots)).path.read_bytes())
    titles = (f"Again {number}" for number in range(99))
    again = next(
        shot
        for title in titles
        if held_out(shot := ProductShot("again", title, "Tshirts", "Red", "Men", tmp_path / "again.jpg"))
    )
    assert again in read_gallery([*shots, again], photos).shots


def test_unreadable_pictures_and_photos_without_a_label_are_left_out(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    shots, photos = read_products(folders[0]), read_photos(folders[1])
    broken = next(filter(held_out, shots))
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    damaged = ProductShot("x", broken.title, "Tshirts", "Red", "Men", tmp_path / "broken.jpg")
    unlabelled = [PhonePhoto(photo.key, "Not sure", photo.path) for photo in photos[:30]]
    gallery = read_gallery([damaged, *shots], unlabelled + photos[30:])
    assert damaged not in gallery.shots
    assert {photo.label for photo in gallery.photos} == {"T-Shirt", "Pants"}


def test_test_pictures_are_made_of_the_shots_and_the_same_every_time(folders: tuple[Path, Path]) -> None:
    shots, photos = read_products(folders[0]), read_photos(folders[1])
    gallery = read_gallery(shots, photos)
    assert len(gallery.phone_like) == len(set(gallery.phone_like_of)) == 4
    assert [len(pictures) for pictures in gallery.staged] == [4, 4]
    assert gallery.staged_of == gallery.phone_like_of[:2]
    assert gallery.pictures == len(gallery.shots) + len(gallery.photos) + 4 + 8
    again = read_gallery(shots, photos)
    assert (again.phone_like, again.staged) == (gallery.phone_like, gallery.staged)


def test_a_staged_product_differs_only_in_its_ground(folders: tuple[Path, Path]) -> None:
    gallery = read_gallery(read_products(folders[0]), read_photos(folders[1]))
    white, *others = (open_picture(picture).astype(int) for picture in gallery.staged[0])
    product = white.min(axis=2) < 200
    for other in others:
        assert np.abs(other - white)[product].mean() < 12
        assert np.abs(other - white)[~product].mean() > 25


def test_too_few_pictures_are_refused(folders: tuple[Path, Path]) -> None:
    with pytest.raises(DatasetError, match="Over 5 held-out pictures of each kind"):
        read_gallery(read_products(folders[0])[:9], read_photos(folders[1]))
