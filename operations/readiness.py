"""Whether this process can serve the shop: the database answers and has the schema that the code wants."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from redis import RedisError

from .broker import broker_client

RETRY_SECONDS: Final = 5


class _SchemaBehindError(Exception):
    """Raised rather than returned, so that it is not kept: migrations may come."""


@dataclass(frozen=True)
class Readiness:
    """One word for each part. A shop without its broker is a slower shop, not a closed one."""

    database: str
    schema: str
    broker: str

    @property
    def is_ready(self) -> bool:
        return self.database == self.schema == "ok"

    def as_json(self) -> dict[str, object]:
        return {"ready": self.is_ready, **asdict(self)}


def readiness() -> Readiness:
    database, schema = _database()
    return Readiness(database, schema, _broker())


def _database() -> tuple[str, str]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        _check_schema()
    except DatabaseError:
        connection.close()  # a broken one would be tried again
        return "unreachable", "unknown"
    except _SchemaBehindError:
        return "ok", "behind"
    return "ok", "ok"


@cache
def _check_schema() -> None:
    """Once it was whole it stays so for this process. Raises _SchemaBehindError."""
    if pending_migrations():
        raise _SchemaBehindError


def pending_migrations() -> list[str]:
    """Those of the code that the database lacks, as app.name. Raises DatabaseError."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _broker() -> str:
    try:
        with broker_client() as client:
            client.ping()
    except RedisError:
        return "unreachable"
    return "ok"
