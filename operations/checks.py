"""What is refused before a database is migrated: `migrate` and `check --database default` ask it."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution
from django.db import DEFAULT_DB_ALIAS, DatabaseError


def extensions_are_there(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Or can be made: of a database without them, what its server would install is looked at."""
    from .doctor import Level  # which brings along what a web process can spare
    from .doctor.database import extensions, pgvector, withheld_extensions

    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    try:
        offered, installed = extensions().get("vector", (None, None))
        withheld = withheld_extensions()
    except DatabaseError:  # who asks will say so
        return []
    finding = pgvector(offered, installed or offered)
    if finding.level == Level.PROBLEM:
        return [Error(finding.text, id="operations.E001")]
    if withheld:
        remedy = " ".join(f"CREATE EXTENSION {name};" for name in withheld)
        text = f"This database's user may not create its extensions: let a superuser run {remedy}"
        return [Error(text, id="operations.E002")]
    return [Caution(finding.text, id="operations.W001")] if finding.level == Level.WARNING else []
