"""PostgreSQL, its extensions, the schema, and the clock."""

from collections.abc import Iterator
from typing import Final

from django.db import connection
from django.utils import timezone

from operations.readiness import pending_migrations

from .finding import Finding, fine, problem, warning

OLDEST_POSTGRES: Final = 15
OLDEST_PGVECTOR: Final = (0, 8, 0)
"""The first with iterative scans, without which a filtered search comes back short."""
GOOD_PGVECTOR: Final = (0, 8, 4)
CLOCK_SECONDS: Final = (5.0, 60.0)
"""Beyond the first a warning; beyond the second, sign-in links, limits and sessions end at the wrong time."""
EXTENSIONS: Final = ["vector", "pg_trgm", "unaccent"]
_EXTENSIONS: Final = """
    SELECT a.name, a.default_version, e.extversion FROM pg_available_extensions a
    LEFT JOIN pg_extension e ON e.extname = a.name WHERE a.name = ANY(%s)
"""

_WITHHELD: Final = """
    SELECT a.name FROM pg_available_extensions a
    JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
    JOIN pg_roles r ON r.rolname = current_user
    WHERE a.name = ANY(%s) AND a.installed_version IS NULL AND NOT r.rolsuper
        AND NOT (v.trusted AND has_database_privilege(current_database(), 'CREATE'))
"""


def examine() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        yield _server(str(cursor.fetchone()[0]))
    rows = extensions()
    yield pgvector(*rows.get("vector", (None, None)))
    for name in ("pg_trgm", "unaccent"):
        if name not in rows:
            yield problem("database", f"PostgreSQL has no {name}: install its contrib package.")


def extensions() -> dict[str, tuple[str, str | None]]:
    """The versions that the server offers of each that the shop needs, and what this database has of it."""
    with connection.cursor() as cursor:
        cursor.execute(_EXTENSIONS, [EXTENSIONS])
        return {name: (offered, installed) for name, offered, installed in cursor.fetchall()}


def withheld_extensions() -> list[str]:
    """Those that this database lacks and its user may not create."""
    with connection.cursor() as cursor:
        cursor.execute(_WITHHELD, [EXTENSIONS])
        return [str(name) for (name,) in cursor.fetchall()]


def _server(version: str) -> Finding:
    if int(version.split(".")[0]) < OLDEST_POSTGRES:
        text = f"PostgreSQL {version} is too old: move to {OLDEST_POSTGRES} or newer."
        return problem("database", text)
    return fine("database", f"PostgreSQL {version}")


def pgvector(offered: str | None, installed: str | None) -> Finding:
    """What the server offers, and what this database has of it."""
    if offered is None:
        return problem("database", "PostgreSQL has no pgvector: install it (0.8.4 or newer) on the server.")
    if installed is None:
        text = "This database lacks the extension vector: let a superuser run CREATE EXTENSION vector."
        return problem("database", text)
    version = tuple(int(part) for part in installed.split("."))
    if version >= GOOD_PGVECTOR:
        return fine("database", f"pgvector {installed}")
    remedy = "install 0.8.4 or newer on the server, then run ALTER EXTENSION vector UPDATE."
    if version < OLDEST_PGVECTOR:
        return problem("database", f"pgvector {installed} is too old to search with filters: {remedy}")
    return warning("database", f"pgvector {installed} has faults that 0.8.4 has not: {remedy}")


def examine_schema() -> Iterator[Finding]:
    if pending := pending_migrations():
        text = f"The schema is old, {', '.join(pending[:3])} and what follows are missing"
        yield problem("schema", f"{text}: run manage.py migrate.")
    else:
        yield fine("schema", "All migrations are applied.")


def examine_clock() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        before = timezone.now()
        cursor.execute("SELECT clock_timestamp()")
        theirs = cursor.fetchone()[0]
        after = timezone.now()
    yield clock((theirs - before - (after - before) / 2).total_seconds())


def clock(ahead: float) -> Finding:
    """`ahead`: seconds by which the database's clock is before this machine's."""
    text = (
        f"The clocks of this machine and of the database differ by {abs(ahead):.0f} s: let both follow NTP."
    )
    acceptable, bearable = CLOCK_SECONDS
    if abs(ahead) > bearable:
        return problem("clock", text)
    if abs(ahead) > acceptable:
        return warning("clock", text)
    return fine("clock", f"The database's clock differs by {abs(ahead) * 1000:.0f} ms.")
