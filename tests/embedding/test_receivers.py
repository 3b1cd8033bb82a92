import pytest
from django.core import serializers
from django.core.files.base import ContentFile
from django.db import transaction
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog.models import ProductImage
from catalog.signals import images_imported
from recommendations import tasks
from recommendations.models import ImageEmbedding
from recommendations.services.embedding import EMBED_BATCH, embed_images
from tests.embedding.files import content, lose, replace
from tests.factories import make_image, make_product

Sent = list[tuple[str, tuple[object, ...]]]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """The messages, kept back from the broker."""
    messages: Sent = []
    monkeypatch.setattr(
        "recommendations.enqueue.broker.send", lambda task, args: messages.append((task.name, args))
    )
    return messages


def message(image: ProductImage) -> tuple[str, tuple[object, ...]]:
    return tasks.embed_image.name, (image.pk,)


def test_a_new_image_is_sent_for_after_the_commit(
    sent: Sent, db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(make_product(images=0))
        assert sent == []
    assert sent == [message(image)]


def test_a_replaced_file_is_sent_for(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    embed_images(image_ids=[image.pk])
    with django_capture_on_commit_callbacks(execute=True):
        replace(image, seed=123)
    assert sent == [message(image)]


def test_another_alt_text_is_not(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    embed_images(image_ids=[image.pk])
    with django_capture_on_commit_callbacks(execute=True):
        image.alt_text = "A shirt"
        image.save()
        image.position = 3
        image.save(update_fields=["position"])
    assert sent == []


def test_a_failed_picture_is_not_sent_for_again(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    lose(image)
    embed_images(image_ids=[image.pk])
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert sent == []


def test_a_loaded_fixture_is_left_to_the_sweep(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    data = serializers.serialize("json", [image])
    with django_capture_on_commit_callbacks(execute=True):
        for loaded in serializers.deserialize("json", data):
            loaded.save()
    assert sent == []


def test_an_import_is_sent_for_in_batches(
    sent: Sent, db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ids = list(range(1, EMBED_BATCH + 2))
    with django_capture_on_commit_callbacks(execute=True):
        images_imported.send(sender=None, image_ids=ids)
    assert sent == [
        (tasks.embed_images.name, (ids[:EMBED_BATCH], None)),
        (tasks.embed_images.name, (ids[EMBED_BATCH:], None)),
    ]


def test_a_rolled_back_image_is_forgotten(
    sent: Sent, db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    product = make_product(images=0)
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        make_image(product)
        transaction.set_rollback(True)
    assert sent == []


def test_deleting_an_image_needs_no_message(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    embed_images(image_ids=[image.pk])
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert sent == []
    assert not ImageEmbedding.objects.exists()


def test_an_unsaved_file_name_matters_not(
    sent: Sent, image: ProductImage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """The same bytes under another name look the same."""
    embed_images(image_ids=[image.pk])
    data = content(image)
    with django_capture_on_commit_callbacks(execute=True):
        image.file = ContentFile(data, name="another.jpg")
        image.save()
    assert sent == []
