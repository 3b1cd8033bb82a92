"""Indexes: present, valid, and used."""

import json
from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.db import connection

from recommendations.models import Encoder, ImageEmbedding
from recommendations.selectors import active_encoder
from recommendations.services.vector_index import index_name

from .finding import Finding, fine, problem, warning

WORTH_AN_INDEX: Final = 2_000
"""Vectors: below, PostgreSQL rightly compares them all."""
_INVALID: Final = """
    SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
"""
_NAMES: Final = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
_PRESENT: Final = "SELECT to_regclass(%s) IS NOT NULL"
_NEAREST: Final = """
    EXPLAIN (FORMAT JSON) SELECT image_id FROM recommendations_imageembedding WHERE encoder_id = {encoder}
    ORDER BY (vector::halfvec({dimension})) <=> %s::halfvec({dimension}) LIMIT 24
"""


def examine() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(_INVALID)
        broken = [str(name) for (name,) in cursor.fetchall()]
    for name in broken:
        yield problem("indexes", f"The index {name} is invalid: run REINDEX INDEX CONCURRENTLY {name}.")
    missing = list(_missing())
    for name, statement in missing:
        yield problem("indexes", f"The index {name} is missing: run {statement};")
    if not broken and not missing:
        yield fine("indexes", "Every index is there and valid.")
    yield _vector_index(active_encoder())


def _missing() -> Iterator[tuple[str, str]]:
    """Names of indexes that models have and the database has not, and what makes them."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES)
        present = {name for (name,) in cursor.fetchall()}
    editor = connection.schema_editor()
    for model in apps.get_models():
        for index in model._meta.indexes:
            if index.name not in present:
                yield index.name, str(index.create_sql(model, editor))


def _vector_index(encoder: Encoder) -> Finding:
    name = index_name(encoder)
    rows = ImageEmbedding.objects.of(encoder).filter(vector__isnull=False)
    count = rows.count()
    if not _is_present(name):
        text = f"The {count} vectors of {encoder.key} have no index: run manage.py reembed."
        return (problem if count > WORTH_AN_INDEX else warning)("indexes", text)
    if count <= WORTH_AN_INDEX:
        return fine("indexes", f"{name} is there; its {count} vectors are compared one by one.")
    if not _is_used(encoder, name, rows.values_list("vector", flat=True)[0]):
        text = f"PostgreSQL searches without {name}: run ANALYZE recommendations_imageembedding."
        return problem("indexes", text)
    return fine("indexes", f"{name} is used.")


def _is_present(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT, [name])
        return bool(cursor.fetchone()[0])


def _is_used(encoder: Encoder, name: str, vector: object) -> bool:
    question = _NEAREST.format(encoder=int(encoder.pk), dimension=int(encoder.dimension))
    with connection.cursor() as cursor:
        cursor.execute(question, [str(vector)])
        plan = cursor.fetchone()[0]
    return name in json.dumps(plan)
