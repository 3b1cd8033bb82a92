"""What runs in the workers and by the clock."""

from collections.abc import Sequence

from celery import shared_task
from django.utils import timezone

from .models import Encoder
from .selectors import embedding_coverage
from .services import embedding, interactions, photo_queries
from .services.gaps import queue_for_sweep
from .services.vector_index import drop_orphans, ensure_index


@shared_task
def embed_image(image_id: int) -> None:
    embedding.embed_images(image_ids=[image_id])


@shared_task
def embed_images(image_ids: Sequence[int], encoder_key: str | None = None) -> None:
    """Not for an encoder that was given up meanwhile: it would come back to life."""
    if encoder_key is None or any(encoder.key == encoder_key for encoder in Encoder.objects.to_fill()):
        embedding.embed_images(image_ids=image_ids, encoder_key=encoder_key)


@shared_task
def sweep_embedding_gaps() -> None:
    """Sends for what was missed, and sees to each index once most of its vectors are there."""
    for encoder in Encoder.objects.to_fill():
        for batch in queue_for_sweep(now=timezone.now(), encoder=encoder):
            embed_images.delay(batch, encoder.key)
        coverage = embedding_coverage(encoder=encoder)
        if coverage.ready > coverage.missing:
            ensure_index(encoder=encoder)
    drop_orphans()


@shared_task
def forget_expired_photo_queries() -> None:
    photo_queries.forget_expired(now=timezone.now())


@shared_task
def write_interactions() -> None:
    interactions.write_waiting()


@shared_task
def count_sale(order_id: int) -> None:
    interactions.count_sale(order_id=order_id)


@shared_task
def forget_old_interactions() -> None:
    interactions.forget_old()
