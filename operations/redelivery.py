"""What a worker that was killed had taken is done again as soon as a worker starts, not ten minutes later.

Valkey gives back by itself only what has outlasted `visibility_timeout`. A live worker's long task may come
a second time by this, which is harmless: every task asks the rows what is left to do.
"""

import logging
import time
from threading import Timer
from typing import Any, Final

from celery import Celery
from celery.signals import worker_ready
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

YOUNG_SECONDS: Final = 5.0
"""What was taken so lately is likely to be held by a worker that lives."""


def connect() -> None:
    worker_ready.connect(_on_ready, weak=False, dispatch_uid="redelivery")


def _on_ready(sender: Any, **_: Any) -> None:
    _give_back_old(sender.app)
    # On a quick machine a worker is ready again while what the one before had just taken is young.
    later = Timer(YOUNG_SECONDS, _give_back_old, [sender.app])
    later.daemon = True
    later.start()


def _give_back_old(app: Celery) -> None:
    try:
        given_back = give_back(app, older_than=YOUNG_SECONDS)
    except (OperationalError, RedisError) as error:
        logger.warning("What was taken and not finished comes back later: the broker is away (%s).", error)
        return
    if given_back:
        logger.warning("%s tasks that were taken and not finished are in their queues again.", given_back)


def give_back(app: Celery, *, older_than: float) -> int:
    """Puts back what any worker took more than so many seconds ago and has not finished; how many."""
    with app.connection_for_write() as connection:
        channel = connection.default_channel
        if not hasattr(channel, "unacked_index_key"):  # another broker gives back by itself
            return 0
        client = channel.client
        taken = client.zrangebyscore(channel.unacked_index_key, 0, time.time() - older_than)
        for tag in taken:
            channel.qos.restore_by_tag(tag, client)
        return len(taken)
