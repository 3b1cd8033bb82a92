from pathlib import Path

import pytest

from recommendations.training.datasets import (
    DatasetError,
    PhonePhoto,
    ProductShot,
    held_out,
    read_photos,
    read_products,
    watched,
    without_types,
)
from tests.training.folders import write_photos, write_products


def product(key: str, title: str) -> ProductShot:
    return ProductShot(key=key, title=title, type="", colour="", gender="", path=Path())


def test_products_are_read_in_the_tables_order(tmp_path: Path) -> None:
    shots = read_products(write_products(tmp_path, 3))
    assert [shot.key for shot in shots] == ["0", "1", "2"]
    assert (shots[1].title, shots[1].type, shots[1].colour) == ("Blue Trousers 1", "Trousers", "Blue")
    assert shots[1].path == tmp_path / "images" / "1.jpg"


def test_the_public_layout_is_read_too(tmp_path: Path) -> None:
    write_products(tmp_path, 1)
    (tmp_path / "products.csv").unlink()
    (tmp_path / "styles.csv").write_text(
        "id,gender,articleType,baseColour,productDisplayName\n0,Men,Watches,Black,A watch\n"
    )
    (shot,) = read_products(tmp_path)
    assert (shot.title, shot.type, shot.colour, shot.gender) == ("A watch", "Watches", "Black", "Men")


def test_rows_without_a_picture_are_left_out(tmp_path: Path) -> None:
    write_products(tmp_path, 3)
    (tmp_path / "images" / "1.jpg").unlink()
    assert [shot.key for shot in read_products(tmp_path)] == ["0", "2"]


def test_photos_are_read(tmp_path: Path) -> None:
    photos = read_photos(write_photos(tmp_path, 2))
    assert [(photo.key, photo.label) for photo in photos] == [("photo-0", "T-Shirt"), ("photo-1", "Pants")]


def test_photos_without_their_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"no photos\.csv"):
        read_photos(tmp_path)
    (tmp_path / "photos.csv").write_text("image\n")
    with pytest.raises(DatasetError, match="lacks the column label"):
        read_photos(tmp_path)


def test_products_need_no_label(tmp_path: Path) -> None:
    write_products(tmp_path, 2)
    (tmp_path / "products.csv").write_text("id\n1\n")
    assert [(shot.key, shot.type) for shot in read_products(tmp_path)] == [("1", "")]
    (tmp_path / "products.csv").unlink()
    assert [shot.key for shot in read_products(tmp_path)] == ["0", "1"]


def test_a_table_of_products_needs_their_ids(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text("title\n")
    with pytest.raises(DatasetError, match="lacks the column id"):
        read_products(tmp_path)


def test_a_folder_without_images_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"neither products\.csv or styles\.csv nor images/"):
        read_products(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no folder"):
        read_photos(tmp_path / "nowhere")


def test_a_table_without_any_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos.csv").write_text("image,label\nx,Dress\n")
    with pytest.raises(DatasetError, match="names no picture that lies under"):
        read_photos(tmp_path)


def test_equal_titles_stand_on_one_side() -> None:
    sides = {held_out(product(str(number), "Puma Men Tee " + " " * (number % 2))) for number in range(50)}
    assert len(sides) == 1


def test_a_third_is_held_out_and_always_the_same() -> None:
    sides = [held_out(product(str(number), f"Shirt {number}")) for number in range(3000)]
    assert 900 < sum(sides) < 1100
    assert [number for number in range(12) if sides[number]] == [2, 5]
    photos = [held_out(PhonePhoto(key=str(number), label="", path=Path())) for number in range(3000)]
    assert 900 < sum(photos) < 1100


def test_what_a_run_is_watched_on_is_held_out() -> None:
    products = [product(str(number), f"Shirt {number}") for number in range(3000)]
    seen = [shot for shot in products if watched(shot)]
    assert 180 < len(seen) < 320
    assert all(held_out(shot) for shot in seen)


def test_types_are_left_out_by_name(tmp_path: Path) -> None:
    shots = read_products(write_products(tmp_path, 6))
    assert {shot.type for shot in without_types(shots, ["Trousers"])} == {"Tshirts"}
    assert without_types(shots, []) == shots
    with pytest.raises(DatasetError, match="No product is of the type trousers"):
        without_types(shots, ["trousers"])
