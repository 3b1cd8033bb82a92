"""What runs in the workers and by the clock."""

from collections.abc import Sequence

from celery import shared_task
from django.utils import timezone

from .selectors import active_encoder, embedding_coverage
from .services import embedding, interactions, photo_queries
from .services.gaps import queue_for_sweep
from .services.vector_index import drop_orphans, ensure_index


@shared_task
def embed_image(image_id: int) -> None:
    embedding.embed_images(image_ids=[image_id])


@shared_task
def embed_images(image_ids: Sequence[int], encoder_key: str | None = None) -> None:
    embedding.embed_images(image_ids=image_ids, encoder_key=encoder_key)


@shared_task
def sweep_embedding_gaps() -> None:
    """Sends for what was missed, and sees to the index once most of its vectors are there."""
    for batch in queue_for_sweep(now=timezone.now()):
        embed_images.delay(batch)
    coverage = embedding_coverage()
    if coverage.ready > coverage.missing:
        ensure_index(encoder=active_encoder())
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
