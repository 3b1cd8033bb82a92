"""Batches: each its own transaction, taken up again after a crash, told to listeners after the commit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.importing import Batch, ImportRunningError, import_products, open_source
from catalog.models import Product, ProductImage
from catalog.signals import images_imported
from tests.factories import make_jpeg

from .folders import fashion_folder, fashion_rows


def _batches(folder: Path, size: int = 2) -> Iterator[Batch]:
    return import_products(source=open_source(folder), now=timezone.now(), batch_size=size)


@pytest.fixture
def told() -> Iterator[list[list[int]]]:
    """The image ids of each signal."""
    calls: list[list[int]] = []

    def receive(sender: object, image_ids: list[int], **kwargs: Any) -> None:
        assert not connection.in_atomic_block
        assert ProductImage.objects.filter(pk__in=image_ids).count() == len(image_ids)
        calls.append(image_ids)

    images_imported.connect(receive)
    yield calls
    images_imported.disconnect(receive)


@pytest.mark.django_db(transaction=True)
def test_new_pictures_are_told_once_a_batch_after_the_commit(tmp_path: Path, told: list[list[int]]) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(5))
    assert [batch.created for batch in _batches(folder)] == [2, 2, 1]
    assert [len(ids) for ids in told] == [2, 2, 1]
    assert sorted(pk for ids in told for pk in ids) == sorted(
        ProductImage.objects.values_list("pk", flat=True)
    )
    list(_batches(folder))
    assert len(told) == 3


@pytest.mark.django_db(transaction=True)
def test_what_was_committed_before_a_crash_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(6))
    batches = _batches(folder)
    next(batches)
    with monkeypatch.context() as broken:
        broken.setattr(default_storage, "save", _full_disk)
        with pytest.raises(OSError, match="No space left"):
            next(batches)
    assert Product.objects.count() == 2
    assert [(batch.created, batch.unchanged) for batch in _batches(folder)] == [(0, 2), (2, 0), (2, 0)]
    assert ProductImage.objects.count() == 6


def _full_disk(*args: object, **kwargs: object) -> str:
    raise OSError("No space left on device")


@pytest.mark.django_db(transaction=True)
def test_files_of_a_batch_that_failed_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(2))
    save = default_storage.save
    saved: list[str] = []

    def second_fails(name: str, content: Any, max_length: int | None = None) -> str:
        if saved:
            _full_disk()
        saved.append(save(name, content, max_length=max_length))
        return saved[-1]

    monkeypatch.setattr(default_storage, "save", second_fails)
    with pytest.raises(OSError, match="No space left"):
        list(_batches(folder))
    assert len(saved) == 1
    assert not default_storage.exists(saved[0])


@pytest.mark.django_db
def test_picture_that_changes_between_look_and_store_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(3))
    monkeypatch.setattr("catalog.importing.run.refuse_broken", lambda picture: None)
    (folder / "images" / "2.jpg").write_bytes(make_jpeg()[:10])
    (batch,) = _batches(folder, size=10)
    assert (batch.created, [reject.line for reject in batch.rejects]) == (2, [3])


@pytest.mark.django_db
def test_a_second_import_at_the_same_time_is_refused(tmp_path: Path) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(1))
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [0x7669_7472_696E_6501])
            with pytest.raises(ImportRunningError, match="Another import is running"):
                list(_batches(folder))
            cursor.execute("SELECT pg_advisory_unlock_all()")
    finally:
        other.close()
    assert len(list(_batches(folder))) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("again", [False, True])
def test_queries_of_a_batch_do_not_grow_with_its_products(tmp_path: Path, again: bool) -> None:
    counts = []
    for number in (5, 10):
        Product.objects.all().delete()
        folder = fashion_folder(tmp_path / str(number), *fashion_rows(number))
        if again:
            list(_batches(folder, size=100))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            list(_batches(folder, size=100))
        counts.append(len(queries))
    assert counts[0] <= 30
    assert counts[1] <= counts[0]
