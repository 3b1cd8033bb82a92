"""New and replaced pictures get thumbnails; old and deleted ones leave no files behind."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.utils import timezone

from . import enqueue
from .models import ProductImage
from .services.stored_files import remove_after_commit
from .signals import images_imported


def connect() -> None:
    pre_save.connect(image_about_to_change, sender=ProductImage, dispatch_uid="remove_replaced_files")
    post_save.connect(image_saved, sender=ProductImage, dispatch_uid="make_thumbnails_of_saved_image")
    post_delete.connect(image_deleted, sender=ProductImage, dispatch_uid="remove_deleted_files")
    images_imported.connect(images_stored, dispatch_uid="make_thumbnails_of_imported_images")


def image_about_to_change(
    instance: ProductImage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    is_new_file = not instance.file._committed  # type: ignore[attr-defined]
    if raw or not instance.pk or not is_new_file or "file" not in (update_fields or ("file",)):
        return
    for before in ProductImage.objects.filter(pk=instance.pk):
        remove_after_commit(before)


def image_saved(instance: ProductImage, raw: bool, **kwargs: Any) -> None:
    due = instance.thumbnails_due_at
    if not raw and due and due <= timezone.now():
        enqueue.thumbnails(images=1)


def images_stored(image_ids: list[int], **kwargs: Any) -> None:
    images = ProductImage.objects.filter(pk__in=image_ids).thumbnails_due(now=timezone.now())
    enqueue.thumbnails(images=images.count())


def image_deleted(instance: ProductImage, **kwargs: Any) -> None:
    remove_after_commit(instance)
