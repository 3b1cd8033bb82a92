"""A request's name goes along with the tasks it asks for, so that one search finds both in the log."""

import uuid
from typing import Any

from celery.signals import before_task_publish, setup_logging, task_prerun

from config.request_id import request_id, set_request_id

HEADER = "request_id"


def connect() -> None:
    before_task_publish.connect(_send_along, weak=False, dispatch_uid="request_id")
    task_prerun.connect(_take_over, weak=False, dispatch_uid="request_id")
    # Celery would replace the handlers that the settings name by its own.
    setup_logging.connect(_leave_logging_alone, weak=False, dispatch_uid="logging")


def _send_along(headers: dict[str, Any], **_: Any) -> None:
    headers[HEADER] = request_id()


def _take_over(task: Any, **_: Any) -> None:
    given = getattr(task.request, HEADER, None)
    set_request_id(given if given and given != "-" else uuid.uuid4().hex)


def _leave_logging_alone(**_: Any) -> None:
    """Being there is enough."""
