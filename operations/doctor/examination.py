"""All checks, one after the other: a part that is broken hides none of the others."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from django.db import DatabaseError, ProgrammingError
from redis import RedisError

from . import broker, database, disk, encoder, indexes, mail, replicas, rules, storage
from .finding import Finding, problem

Check = Callable[[], Iterable[Finding]]
CHECKS: Final[dict[str, Check]] = {
    "settings": rules.examine,
    "database": database.examine,
    "schema": database.examine_schema,
    "clock": database.examine_clock,
    "indexes": indexes.examine,
    "replicas": replicas.examine,
    "broker": broker.examine,
    "workers": broker.examine_workers,
    "storage": storage.examine,
    "encoder": encoder.examine,
    "regions": encoder.examine_regions,
    "mail": mail.examine,
    "disk": disk.examine,
}


def examine(checks: dict[str, Check] = CHECKS) -> Iterator[Finding]:
    for name, check in checks.items():
        try:
            yield from check()
        except ProgrammingError as error:
            text = f"This cannot be told while the schema is old ({_words(error)}): run manage.py migrate."
            yield problem(name, text)
        except DatabaseError as error:
            yield problem(name, f"The database does not answer ({_words(error)}): see to DATABASE_URL.")
        except RedisError as error:
            yield problem(name, f"Valkey does not answer ({_words(error)}): see to REDIS_URL.")


def _words(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
