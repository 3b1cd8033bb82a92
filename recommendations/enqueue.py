"""The one way to ask a worker for something: after the commit, and never at the cost of the request."""

import logging
import time
from collections.abc import Sequence
from functools import partial
from typing import Any

from celery import Task
from django.db import transaction
from kombu.exceptions import OperationalError

from . import tasks
from .services.embedding import EMBED_BATCH

logger = logging.getLogger(__name__)


def embed(image_ids: Sequence[int], *, encoder_key: str | None = None) -> None:
    """Has the images embedded, in batches; by the active encoder when no key is given.

    Without a broker it is only logged, and the sweep makes up for it.
    """
    if len(image_ids) == 1 and encoder_key is None:
        _after_commit(tasks.embed_image, image_ids[0])
        return
    for start in range(0, len(image_ids), EMBED_BATCH):
        _after_commit(tasks.embed_images, list(image_ids[start : start + EMBED_BATCH]), encoder_key)


def _after_commit(task: Task, *args: Any) -> None:
    transaction.on_commit(partial(broker.send, task, args))


class Broker:
    """Sends messages; one that does not answer is left alone for a while.

    Otherwise a request that saves ten pictures would wait ten times for a time-out.
    """

    rest_seconds = 10.0

    def __init__(self) -> None:
        self._rests_until = 0.0

    @property
    def rests(self) -> bool:
        """Whether it failed to answer within the last `rest_seconds`."""
        return time.monotonic() < self._rests_until

    def send(self, task: Task, args: Sequence[Any]) -> None:
        """Logs what could not be sent."""
        if self.rests:
            logger.error("The broker did not answer just now; %s waits for the sweep.", task.name)
            return
        try:
            task.apply_async(args)
        except (OperationalError, OSError) as error:
            self._rests_until = time.monotonic() + self.rest_seconds
            logger.error("The broker does not answer; %s waits for the sweep: %s", task.name, error)


broker = Broker()
