"""What the catalogue asks of the workers, after the commit."""

from functools import partial

from django.db import transaction

from . import tasks
from .broker import broker
from .services.thumbnails import messages_for

__all__ = ["broker", "import_job", "thumbnails"]


def thumbnails(*, images: int) -> None:
    """Has the thumbnails of so many images made.

    Without a broker it is only logged, and the sweep makes up for it.
    """
    for _ in range(messages_for(images)):
        transaction.on_commit(partial(broker.send, tasks.make_thumbnails, ()))


def import_job(job_id: int) -> None:
    """Has a worker take its turn at an import."""
    transaction.on_commit(partial(broker.send, tasks.work_on_import, (job_id,)))
