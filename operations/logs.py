"""One JSON object a line: what happened, on behalf of which request or task, and nothing about whom."""

import json
import logging
from datetime import UTC, datetime
from typing import Any, Final

from celery import current_task
from django.http import HttpRequest

from config.request_id import request_id

from .privacy import redacted, traceback_of

_TASK_FAILURES: Final = "celery.app.trace"


class JsonFormatter(logging.Formatter):
    """Writes the fields named here and no others: what a library attaches to a record may be anybody's."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
            "request_id": request_id(),
        }
        if current_task:
            line |= {"task": current_task.name, "task_id": current_task.request.id}
        if status := getattr(record, "status_code", None):
            line["status"] = status
        if record.exc_info and record.exc_info[1]:
            line["error"] = traceback_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    if record.name == _TASK_FAILURES and record.exc_info and isinstance(record.args, dict):
        # Celery quotes the error, and that the arguments.
        return f"Task {record.args.get('name')} {record.args.get('description', 'failed')}"
    message = record.getMessage()
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        message = message.replace(request.get_full_path(), _route(request))
        message = message.replace(request.path, _route(request))
    return redacted(message)


def _route(request: HttpRequest) -> str:
    """Instead of an address, which may hold a token, or what somebody looked for."""
    match = request.resolver_match
    return f"/{match.route}" if match else "(no page)"
