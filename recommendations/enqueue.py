"""What is asked of the workers: after the commit, and never at the cost of the request."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from celery import Task
from django.db import transaction

from catalog.broker import Broker, broker

from . import tasks
from .services.embedding import EMBED_BATCH

__all__ = ["Broker", "broker", "count_sale", "embed", "sweep"]


def embed(image_ids: Sequence[int], *, encoder_key: str | None = None) -> None:
    """Has the images embedded, in batches; by the active encoder when no key is given.

    Without a broker it is only logged, and the sweep makes up for it.
    """
    if len(image_ids) == 1 and encoder_key is None:
        _after_commit(tasks.embed_image, image_ids[0])
        return
    for start in range(0, len(image_ids), EMBED_BATCH):
        _after_commit(tasks.embed_images, list(image_ids[start : start + EMBED_BATCH]), encoder_key)


def count_sale(order_id: int) -> None:
    """Has it counted what the order bought from which list."""
    _after_commit(tasks.count_sale, order_id)


def sweep() -> None:
    """Has the gaps filled now, and indexes seen to, instead of at the next stroke of the clock."""
    _after_commit(tasks.sweep_embedding_gaps)


def _after_commit(task: Task, *args: Any) -> None:
    transaction.on_commit(partial(broker.send, task, args))
