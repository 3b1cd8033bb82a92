"""The catalogue's own words: which of them exist, and which are nearest to a misspelt one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from rapidfuzz.distance import OSA

from ..textsearch import known_words

CANDIDATES = 200
"""So many of the nearest by trigrams are compared by letters: two that swap places break most trigrams."""

# Materialised, hits come from the index and no more of them than are counted: for a row or two the planner
# would read the whole table, in the hope of finding them at its beginning.
_FOUND = """
    SELECT asked.query, found.count
    FROM unnest(%s::text[]) AS asked (query)
    CROSS JOIN LATERAL (
        WITH hits AS MATERIALIZED (
            SELECT product_id FROM catalog_searchdocument WHERE vector @@ to_tsquery('vitrine', asked.query)
        )
        SELECT count(*) AS count FROM (
            SELECT 1 FROM hits JOIN catalog_product AS product ON product.id = product_id
            WHERE is_published LIMIT %s
        ) AS first
    ) AS found
"""

_NEAREST = """
    SELECT DISTINCT asked.word, near.word, near.shown
    FROM unnest(%s::text[]) AS asked (word)
    CROSS JOIN LATERAL (
        SELECT word, shown FROM catalog_searchword AS known
        ORDER BY known.word <-> catalog_fold(asked.word) LIMIT %s
    ) AS near
"""


@dataclass(frozen=True)
class Neighbour:
    """A word of the catalogue; `shown` is as a product writes it. `edits` letters are different."""

    word: str
    shown: str
    edits: int
    similarity: float


def product_counts(*, queries: Sequence[str], limit: int = 1) -> Mapping[str, int]:
    """How many published products each of `queries` (for `to_tsquery`) finds, counted up to `limit`."""
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [list(queries), limit])
        return dict(cursor.fetchall())


def nearest_words(*, words: Iterable[str]) -> Mapping[str, list[Neighbour]]:
    """Of each of `words` the words that it may have been meant to be, nearest first."""
    asked = list(words)
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, [asked, CANDIDATES])
        rows = cursor.fetchall()
    rows += [(word, known, known) for word in asked for known in known_words()]
    found: dict[str, dict[str, Neighbour]] = {word: {} for word in asked}
    for word, known, shown in rows:
        found[word].setdefault(known, _neighbour(word, known, shown))
    return {word: sorted(near.values(), key=_distance) for word, near in found.items()}


def _neighbour(word: str, known: str, shown: str) -> Neighbour:
    edits = OSA.distance(word, known)
    return Neighbour(known, shown, edits, 1 - edits / max(len(word), len(known)))


def _distance(neighbour: Neighbour) -> tuple[float, int, str]:
    return -neighbour.similarity, neighbour.edits, neighbour.word
