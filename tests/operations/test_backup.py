"""Everything is lost and comes back."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from catalog.models import Product, ProductImage, Variant
from operations.backup import make
from operations.backup.tools import BackupError
from recommendations.models import ImageEmbedding
from recommendations.services.embedding import embed_images
from recommendations.services.photo_queries import create_photo_query
from shop.models import Order
from tests.factories import make_pixels, make_product
from tests.orders.kit import buy, make_delivery

NOW = datetime(2026, 11, 26, 22, tzinfo=UTC)


@pytest.fixture
def _shop(transactional_db: None, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    product = make_product(title="Kept", images=2)
    embed_images(image_ids=[image.pk for image in product.images.all()])
    make_delivery()
    buy(product.variants.get(), quantity=2)


@pytest.mark.usefixtures("_shop")
def test_all_comes_back(settings: Settings, tmp_path: Path) -> None:
    from catalog.imaging import Box

    create_photo_query(pixels=make_pixels(), box=Box.whole(), now=NOW)
    names = sorted(str(image.file) for image in ProductImage.objects.all())
    output = io.StringIO()
    call_command("backup", tmp_path / "backups", stdout=output)
    assert "1 orders, 2 pictures" in output.getvalue()

    number = Order.objects.get().number
    ProductImage.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE shop_order CASCADE")
    shutil.rmtree(settings.MEDIA_ROOT)

    (folder,) = make.backups(tmp_path / "backups")
    output = io.StringIO()
    call_command("restore", folder, "--yes", stdout=output)
    assert "2 pictures were put back" in output.getvalue()
    assert "rules hold" in output.getvalue()
    assert Product.objects.get().title == "Kept"
    assert Order.objects.get().number == number
    assert Variant.objects.get().stock == 3
    assert ImageEmbedding.objects.filter(vector__isnull=False).count() == 2
    assert sorted(str(image.file) for image in ProductImage.objects.all()) == names
    assert all(image.file.storage.exists(str(image.file)) for image in ProductImage.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM recommendations_photoquery")
        assert cursor.fetchone()[0] == 0


@pytest.mark.usefixtures("_shop")
def test_a_backup_that_breaks_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    def fail(*args: str) -> None:
        raise BackupError("pg_dump failed: server version 19.")

    monkeypatch.setattr(make, "run_tool", fail)
    with pytest.raises(CommandError, match="pg_dump failed: server version 19"):
        call_command("backup", tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name != "media"]


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no whole backup: name one that"):
        call_command("restore", tmp_path, "--yes")


def test_the_newest_are_kept(tmp_path: Path) -> None:
    for day in "123":
        (tmp_path / f"2026110{day}-000000").mkdir()
        (tmp_path / f"2026110{day}-000000" / "about.json").write_text("{}")
    (tmp_path / "something-else").mkdir()
    assert [old.name for old in make.forget_old_backups(root=tmp_path, keep=2)] == ["20261101-000000"]
    assert make.forget_old_backups(root=tmp_path, keep=0) == []
    assert (tmp_path / "something-else").exists()
