"""What is logged, and how each line is written."""

from typing import Any

from .environment import Environment


def logging_of(env: Environment, *, written: str) -> dict[str, Any]:
    """`written`: "plain" or "json", unless the environment says. Raises ImproperlyConfigured."""
    console = {
        "class": "logging.StreamHandler",
        "formatter": env.like("VITRINE_LOG_FORMAT", "plain|json", "plain or json", default=written),
        "filters": ["request_id"],
    }
    level = env.like(
        "VITRINE_LOG_LEVEL",
        "DEBUG|INFO|WARNING|ERROR|CRITICAL",
        "DEBUG, INFO, WARNING or ERROR",
        default="INFO",
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "config.request_id.RequestIdFilter"}},
        "formatters": {
            "plain": {"format": "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s"},
            "json": {"()": "operations.logs.JsonFormatter"},
        },
        "handlers": {"console": console},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {"stripe": {"level": "WARNING"}},  # else two lines a request
    }
