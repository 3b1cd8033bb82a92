"""Files go with the rows that named them, and no sooner."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.db import transaction
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog.models import Product, ProductImage
from catalog.services.thumbnails import make_due_thumbnails
from catalog.thumbnails import folder_of, thumbnail_files
from tests.embedding.files import content, replace

from .conftest import MUCH_LATER, store, stored_names


@pytest.fixture
def ready(memory: InMemoryStorage, ready: ProductImage) -> ProductImage:
    assert len(stored_names(memory)) == 4
    return ready


def test_a_deleted_image_takes_its_files_along(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ready.delete()
        assert len(stored_names(memory)) == 4
    assert stored_names(memory) == set()


def test_a_deleted_product_takes_those_of_its_images_along(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Product.objects.all().delete()
    assert stored_names(memory) == set()


def test_a_replaced_picture_leaves_nothing_behind(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        replace(ready, seed=77)
    assert stored_names(memory) == {ready.file.name}


def test_the_same_bytes_again_leave_one_original_and_thumbnails_to_make(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ready.file = ContentFile(content(ready), name="again.jpg")
        ready.save()
    make_due_thumbnails(now=MUCH_LATER)
    names = {file.name for file in thumbnail_files(ready)}
    assert stored_names(memory) == {ready.file.name, *names}


def test_a_rollback_keeps_them(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        ready.delete()
        transaction.set_rollback(True)
    assert len(stored_names(memory)) == 4


def test_a_file_that_another_row_names_stays(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    ProductImage.objects.create(
        product=ready.product, file=ready.file.name, digest=ready.digest, width=ready.width, height=1
    )
    with django_capture_on_commit_callbacks(execute=True):
        ready.delete()
    assert stored_names(memory) == {ready.file.name}


def test_another_alt_text_removes_nothing(
    ready: ProductImage,
    memory: InMemoryStorage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ready.alt_text = "A shirt"
        ready.save()
    assert len(stored_names(memory)) == 4
    assert ready.thumbnail_widths == [160, 320]


def test_a_storage_that_fails_costs_nobody_the_request(
    ready: ProductImage,
    memory: InMemoryStorage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def fail(name: str) -> None:
        raise ConnectionError("no route to the bucket")

    monkeypatch.setattr(memory, "delete", fail)
    name = ready.file.name
    with django_capture_on_commit_callbacks(execute=True):
        ready.delete()
    assert not ProductImage.objects.exists()
    assert f"{name} was left behind" in caplog.text


def test_folders_go_too(
    product: Product, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    image = store(product)
    make_due_thumbnails(now=MUCH_LATER)
    folder = Path(settings.MEDIA_ROOT) / folder_of(image.pk, image.digest)
    assert len(list(folder.iterdir())) == 3
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not folder.exists()
