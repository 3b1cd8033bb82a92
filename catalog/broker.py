"""The one way to ask a worker for something: after the commit, and never at the cost of the request."""

import logging
import time
from collections.abc import Sequence
from typing import Any

from celery import Task
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


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
