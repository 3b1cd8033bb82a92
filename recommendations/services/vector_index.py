"""One partial HNSW index per encoder, built beside the running shop."""

import logging
from contextlib import closing

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from ..models import Encoder

logger = logging.getLogger(__name__)

CONNECTIONS = 24
CANDIDATES = 128
"""pgvector's `m` and `ef_construction`. With its own 16 and 64 one query in ten missed what is near in
a million pictures that lie in heaps (docs/scaling.md); these take twice as long to build and no more room."""

_STATE = """
    SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relname = %s AND c.relnamespace = current_schema()::regnamespace
"""
_NAMES = """
    SELECT indexname FROM pg_indexes
    WHERE schemaname = current_schema() AND indexname LIKE 'embedding\\_hnsw\\_%'
"""


def index_name(encoder: Encoder) -> str:
    return f"embedding_hnsw_{encoder.pk}"


def ensure_index(*, encoder: Encoder) -> bool:
    """Builds the encoder's index when it is missing, without locking the table; True when it is there.

    False while another process builds it. Takes a connection of its own in autocommit, because CREATE INDEX
    CONCURRENTLY refuses a transaction, and may take minutes: not for a request or a migration.
    """
    with connection.cursor() as cursor:
        if _state(cursor, encoder):
            return True
    with closing(connection.copy()) as own, own.cursor() as cursor:
        if not _lock(cursor, encoder):
            return False
        _build(own, cursor, encoder)
        return True


def drop_orphans() -> None:
    """Drops the indexes of encoders that are no more."""
    names = {index_name(encoder) for encoder in Encoder.objects.all()}
    with connection.cursor() as cursor:
        cursor.execute(_NAMES)
        orphans = [name for (name,) in cursor.fetchall() if name not in names]
    if orphans:
        with closing(connection.copy()) as own, own.cursor() as cursor:
            for name in orphans:
                logger.info("Dropping the index %s of an encoder that is no more.", name)
                cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {own.ops.quote_name(name)}")


def _lock(cursor: CursorWrapper, encoder: Encoder) -> bool:
    # Never waiting: the build itself waits for every open snapshot, a waiting builder's among them.
    # Closing the connection unlocks.
    cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [index_name(encoder)])
    return bool(cursor.fetchone()[0])


def _build(own: BaseDatabaseWrapper, cursor: CursorWrapper, encoder: Encoder) -> None:
    state, name = _state(cursor, encoder), own.ops.quote_name(index_name(encoder))
    if state is True:
        return
    if state is False:
        logger.warning("Dropping the unfinished index %s.", name)
        cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
    # An index that does not fit into this memory is finished on disk, many times slower. Parallel builds want
    # as much shared memory, more than containers give by default.
    cursor.execute(f"SET maintenance_work_mem = '{int(settings.VITRINE_INDEX_MEMORY_MB)}MB'")
    cursor.execute(f"SET max_parallel_maintenance_workers = {int(settings.VITRINE_INDEX_WORKERS)}")
    cursor.execute(
        f"CREATE INDEX CONCURRENTLY {name} ON recommendations_imageembedding"
        f" USING hnsw ((vector::halfvec({int(encoder.dimension)})) halfvec_cosine_ops)"
        f" WITH (m = {CONNECTIONS}, ef_construction = {CANDIDATES}) WHERE encoder_id = {int(encoder.pk)}"
    )
    # Until the planner knows how many rows the encoder has, it takes them for too few to want an index.
    cursor.execute("ANALYZE recommendations_imageembedding")


def _state(cursor: CursorWrapper, encoder: Encoder) -> bool | None:
    """Valid, INVALID (the leftover of a build that broke off), or None: not there."""
    cursor.execute(_STATE, [index_name(encoder)])
    row = cursor.fetchone()
    return None if row is None else bool(row[0])
