"""New and replaced pictures get a vector."""

from typing import Any

from django.db.models.signals import post_save

from catalog.models import ProductImage
from catalog.signals import images_imported

from . import enqueue
from .selectors.coverage import is_known


def connect() -> None:
    post_save.connect(image_saved, sender=ProductImage, dispatch_uid="embed_saved_image")
    images_imported.connect(images_stored, dispatch_uid="embed_imported_images")


def image_saved(instance: ProductImage, raw: bool, **kwargs: Any) -> None:
    """Any change but that of the picture itself leaves its vector as it is."""
    if not raw and not is_known(image_id=instance.pk, digest=instance.digest):
        enqueue.embed([instance.pk])


def images_stored(image_ids: list[int], **kwargs: Any) -> None:
    enqueue.embed(image_ids)
