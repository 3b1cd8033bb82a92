"""`manage.py load_demo`: draws, imports, and does neither twice."""

from collections import deque
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.demo.folder import plan_demo_folder
from catalog.imaging import digest
from catalog.models import Category, Product, ProductImage

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path / "demo-catalogue"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of three products, drawn once."""
    path = tmp_path_factory.mktemp("drawn")
    deque(plan_demo_folder(path, products=3).draw(), maxlen=0)
    return path


@pytest.fixture
def drawn(folder: Path, three: Path) -> Path:
    return copytree(three, folder)


def _load(products: int) -> str:
    out, err = StringIO(), StringIO()
    call_command("load_demo", products=products, stdout=out, stderr=err)
    assert err.getvalue() == ""
    return out.getvalue()


def test_products_are_drawn_and_imported(folder: Path) -> None:
    out = _load(3)
    assert "Products: 3 created, 0 updated, 0 unchanged. Lines rejected: 0.\n" in out
    assert f"Pictures: {ProductImage.objects.count()} drawn, 0 kept.\n" in out
    product = Product.objects.get(external_id="demo-0001")
    assert product.brand
    assert product.description
    assert product.variants.exists()
    assert [image.alt_text.split(", ")[1] for image in product.images.all()][:2] == ["front", "worn"]
    assert {(image.width, image.height) for image in ProductImage.objects.all()} == {(720, 960)}
    assert len(product.attributes["size_table"]) > 2
    assert [category.name for category in Category.objects.filter(parent=None)] == ["Women", "Men"]


def test_second_run_draws_and_changes_nothing(drawn: Path) -> None:
    _load(3)
    digests = list(ProductImage.objects.order_by("pk").values_list("pk", "digest"))
    written = {path: path.stat().st_mtime_ns for path in (drawn / "images").iterdir()}
    out = _load(3)
    assert "0 drawn" in out
    assert "Products: loaded before, nothing changed." in out
    assert {path: path.stat().st_mtime_ns for path in (drawn / "images").iterdir()} == written
    assert list(ProductImage.objects.order_by("pk").values_list("pk", "digest")) == digests


def test_what_a_merchant_has_changed_stays(drawn: Path) -> None:
    _load(3)
    Product.objects.filter(external_id="demo-0001").update(title="My own")
    Product.objects.get(external_id="demo-0002").delete()
    _load(3)
    assert Product.objects.get(external_id="demo-0001").title == "My own"
    assert not Product.objects.filter(external_id="demo-0002").exists()


def test_empty_database_is_filled_from_what_is_drawn(drawn: Path) -> None:
    _load(3)
    Product.objects.all().delete()
    out = _load(3)
    assert "0 drawn" in out
    assert "3 created" in out


def test_more_products_are_added(drawn: Path) -> None:
    _load(2)
    assert "1 created, 0 updated, 2 unchanged" in _load(3)


def test_lost_picture_is_drawn_again_as_it_was(drawn: Path) -> None:
    _load(3)
    digests = set(ProductImage.objects.values_list("digest", flat=True))
    lost = next((drawn / "images").iterdir())
    lost.unlink()
    assert "Pictures: 1 drawn" in _load(3)
    assert digest(lost.read_bytes()) in digests


@pytest.mark.parametrize("products", ["0", "-1", "10000", "many"])
def test_bad_number_is_refused(products: str) -> None:
    with pytest.raises(CommandError, match="is no number from 1 to"):
        call_command("load_demo", "--products", products)


def test_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    folder.write_text("a file in the way")
    with pytest.raises(CommandError, match="The demo catalogue cannot be written"):
        _load(1)
