"""What is refused before a database is migrated: `migrate` and `check --database default` ask it."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution
from django.db import DEFAULT_DB_ALIAS, DatabaseError


def pgvector_is_new_enough(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Of a database that has none yet, what its server would install is looked at."""
    from .doctor import Level  # which brings along what a web process can spare
    from .doctor.database import extensions, pgvector

    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    try:
        offered, installed = extensions().get("vector", (None, None))
    except DatabaseError:  # who asks will say so
        return []
    finding = pgvector(offered, installed or offered)
    if finding.level == Level.PROBLEM:
        return [Error(finding.text, id="operations.E001")]
    return [Caution(finding.text, id="operations.W001")] if finding.level == Level.WARNING else []
