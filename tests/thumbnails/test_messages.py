"""When workers are told that thumbnails are due."""

import pytest
from django.core import serializers
from django.core.files.base import ContentFile
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog import enqueue, tasks
from catalog.models import Product, ProductImage
from catalog.services.thumbnails import BATCH, MOST_MESSAGES, messages_for
from catalog.signals import images_imported
from tests.embedding.files import lose
from tests.factories import make_jpeg

from .conftest import store

MINE = tasks.make_thumbnails.name


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the tasks sent for, kept back from the broker; none but this part's."""
    names: list[str] = []
    monkeypatch.setattr(
        enqueue.broker, "send", lambda task, args: names.append(task.name) if task.name == MINE else None
    )
    return names


def test_a_new_picture_is_sent_for_after_the_commit(
    product: Product, sent: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        store(product)
        assert sent == []
    assert sent == [MINE]


def test_a_replaced_one_is_sent_for(
    ready: ProductImage, sent: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ready.file = ContentFile(make_jpeg(seed=5, width=200, height=200), name="other.jpg")
        ready.save()
    ready.refresh_from_db()
    assert ready.thumbnail_widths == []
    assert sent == [MINE]


def test_what_needs_none_sends_no_message(
    ready: ProductImage,
    product: Product,
    sent: list[str],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ready.save()
        store(product, width=100, height=100)
        ready.delete()
    assert sent == []


def test_a_loaded_fixture_is_left_to_the_sweep(
    image: ProductImage, sent: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    data = serializers.serialize("json", [image])
    with django_capture_on_commit_callbacks(execute=True):
        for loaded in serializers.deserialize("json", data):
            loaded.save()
    assert sent == []
    assert ProductImage.objects.thumbnails_due(now=timezone.now()).count() == 1


def test_an_import_sends_for_those_that_need_some(
    product: Product, sent: list[str], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    images = [store(product, seed=seed, width=160, height=160) for seed in range(BATCH + 1)]
    images.append(store(product, width=100, height=100))
    with django_capture_on_commit_callbacks(execute=True):
        images_imported.send(sender=None, image_ids=[image.pk for image in images])
    assert sent == [MINE] * 2


def test_many_images_do_not_flood_the_queue() -> None:
    assert [messages_for(images) for images in (0, 1, BATCH, BATCH + 1)] == [0, 1, 1, 2]
    assert messages_for(10**6) == MOST_MESSAGES


def test_the_sweep_sends_for_what_is_due(image: ProductImage, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(tasks.make_thumbnails, "delay", lambda: sent.append(MINE))
    tasks.sweep_thumbnails()
    assert sent == [MINE]
    tasks.make_thumbnails()
    tasks.sweep_thumbnails()
    assert sent == [MINE]


def test_the_sweep_waits_before_it_sends_for_a_failed_one_again(
    image: ProductImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(tasks.make_thumbnails, "delay", lambda: sent.append(MINE))
    lose(image)
    tasks.make_thumbnails()
    tasks.sweep_thumbnails()
    assert sent == []
    ProductImage.objects.update(thumbnails_due_at=timezone.now())
    tasks.sweep_thumbnails()
    assert sent == [MINE]
