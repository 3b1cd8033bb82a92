"""A second import changes what has changed, and nothing else."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.models import Product, ProductImage, Variant
from tests.factories import make_jpeg

from .conftest import Import
from .folders import OWN_HEADER, fashion_folder, fashion_rows, own_folder

pytestmark = pytest.mark.django_db

S = "A1,Shirt,Women > Shirts,Shirts,Blue,S,49.90,3,a.jpg"
M = "A1,,,,Blue,M,49.90,2,"


def _everything() -> list[object]:
    return [
        list(Product.objects.order_by("pk").values()),
        list(Variant.objects.order_by("pk").values()),
        list(ProductImage.objects.order_by("pk").values()),
    ]


def test_same_folder_changes_nothing(tmp_path: Path, run: Import) -> None:
    folder = own_folder(tmp_path, S, M)
    run(folder)
    before = _everything()
    batch = run(folder)
    assert (batch.created, batch.updated, batch.unchanged) == (0, 0, 1)
    assert _everything() == before


def test_changed_row_updates_its_product_only(tmp_path: Path, run: Import) -> None:
    other = "A2,Skirt,Women > Skirts,Skirts,Red,S,20,1,a.jpg"
    run(own_folder(tmp_path, S, M, other))
    before = Product.objects.get(external_id="A1")
    batch = run(own_folder(tmp_path, S.replace("Shirt,", "Linen shirt,", 1), M.replace("2,", "9,"), other))
    assert (batch.created, batch.updated, batch.unchanged) == (0, 1, 1)
    product = Product.objects.get(external_id="A1")
    assert (product.title, product.variants.get(size="M").stock) == ("Linen shirt", 9)
    assert product.slug == before.slug
    assert product.updated_at > before.updated_at


def test_a_weight_that_the_file_does_not_speak_of_stays(tmp_path: Path, run: Import) -> None:
    run(own_folder(tmp_path, f"{S},250", header=f"{OWN_HEADER},weight"))
    run(own_folder(tmp_path, S.replace("49.90", "39.90")))
    assert Product.objects.get().grams == 250


def test_a_cost_that_the_file_does_not_speak_of_stays_in_its_currency(tmp_path: Path, run: Import) -> None:
    header = f"{OWN_HEADER},cost,currency"
    run(own_folder(tmp_path, f"{S},21.50,EUR", header=header))
    assert Variant.objects.get().cost_minor == 2150
    batch = run(own_folder(tmp_path, S))
    assert (batch.unchanged, Variant.objects.get().cost_minor) == (1, 2150)
    run(own_folder(tmp_path, f"{S},,USD", header=header))
    assert Variant.objects.get().cost_minor is None


def test_changed_bytes_replace_the_picture_and_its_file(
    tmp_path: Path, run: Import, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    folder = own_folder(tmp_path, S)
    run(folder)
    old = ProductImage.objects.get()
    (folder / "images" / "a.jpg").write_bytes(make_jpeg(seed=99))
    with django_capture_on_commit_callbacks(execute=True):
        assert run(folder).updated == 1
    new = ProductImage.objects.get()
    assert new.digest != old.digest
    assert not default_storage.exists(str(old.file.name))
    assert default_storage.exists(str(new.file.name))


def test_pictures_are_reordered_without_being_stored_again(tmp_path: Path, run: Import) -> None:
    run(own_folder(tmp_path, S.replace("a.jpg", "a.jpg|b.jpg"), pictures=["a.jpg", "b.jpg"]))
    first, second = ProductImage.objects.all()
    run(own_folder(tmp_path, S.replace("a.jpg", "b.jpg|a.jpg"), pictures=["a.jpg", "b.jpg"]))
    assert [image.pk for image in ProductImage.objects.all()] == [second.pk, first.pk]


def test_variant_that_is_no_longer_listed_is_sold_out(tmp_path: Path, run: Import) -> None:
    run(own_folder(tmp_path, S, M))
    folder = own_folder(tmp_path, S)
    assert run(folder).updated == 1
    assert dict(Variant.objects.values_list("size", "stock")) == {"S": 3, "M": 0}
    assert run(folder).unchanged == 1


def test_variant_is_known_by_its_look_when_its_sku_changes(tmp_path: Path, run: Import) -> None:
    header = f"{OWN_HEADER},sku"
    run(own_folder(tmp_path, f"{S},OLD", header=header))
    before = Variant.objects.get().pk
    assert run(own_folder(tmp_path, f"{S},NEW", header=header)).updated == 1
    assert (Variant.objects.get().pk, Variant.objects.get().sku) == (before, "NEW")


def test_attributes_of_others_stay(tmp_path: Path, run: Import) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(1))
    run(folder)
    product = Product.objects.get()
    product.attributes["care"] = "Hand wash"
    product.save()
    assert run(folder).unchanged == 1
    assert Product.objects.get().attributes["care"] == "Hand wash"


def test_products_made_by_hand_are_left_alone(tmp_path: Path, run: Import) -> None:
    run(own_folder(tmp_path, S))
    Product.objects.update(is_published=False)
    run(own_folder(tmp_path, S.replace("Shirt,", "Linen shirt,", 1)))
    assert not Product.objects.get().is_published
