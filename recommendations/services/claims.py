"""Who embeds which image: at most one worker at a time, at most MAX_ATTEMPTS times.

An advisory lock per image, which PostgreSQL drops with the connection, keeps two deliveries of a message from
doing the same work; so a worker needs a session of its own, without a transaction pooler before PostgreSQL.
The count of attempts is committed before a picture is opened and outlives a worker that the picture kills.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from ..models import Encoder
from .statements import run

MAX_ATTEMPTS = 3

_LOCK = """
    SELECT id FROM unnest(%(ids)s::bigint[]) AS id
    WHERE pg_try_advisory_lock(hashtextextended(format('embed %%s %%s', %(encoder)s, id), 0))
"""
_UNLOCK = """
    SELECT pg_advisory_unlock(hashtextextended(format('embed %%s %%s', %(encoder)s, id), 0))
    FROM unnest(%(ids)s::bigint[]) AS id
"""
_TRIED = """
    SELECT e.image_id, e.attempts FROM recommendations_imageembedding e
    JOIN catalog_productimage i ON i.id = e.image_id AND i.digest = e.source_digest
    WHERE e.encoder_id = %(encoder)s AND e.image_id = ANY(%(ids)s) AND e.state = 'pending' AND e.attempts > 0
    ORDER BY e.attempts, e.image_id
"""
_CLAIM = """
    WITH claimed AS (
        INSERT INTO recommendations_imageembedding AS e
            (image_id, encoder_id, dimension, state, source_digest, attempts, error, updated_at)
        SELECT id, %(encoder)s, %(dimension)s, 'pending', digest, 1, '', clock_timestamp()
        FROM catalog_productimage WHERE id = ANY(%(ids)s)
        ON CONFLICT (image_id, encoder_id) DO UPDATE SET
            state = 'pending', vector = NULL, source_digest = excluded.source_digest, error = '',
            attempts = CASE WHEN e.source_digest = excluded.source_digest THEN e.attempts + 1 ELSE 1 END,
            updated_at = clock_timestamp()
        WHERE e.source_digest <> excluded.source_digest OR e.state = 'pending'
        RETURNING e.image_id, e.source_digest
    )
    SELECT image_id, source_digest, i.file FROM claimed JOIN catalog_productimage i ON i.id = image_id
    ORDER BY image_id
"""
_RELEASE = """
    UPDATE recommendations_imageembedding SET attempts = attempts - 1, error = %(reason)s
    WHERE encoder_id = %(encoder)s AND image_id = ANY(%(ids)s) AND state = 'pending' AND attempts > 0
"""
_GIVE_UP = """
    UPDATE recommendations_imageembedding
    SET state = 'failed', error = %(reason)s, updated_at = clock_timestamp()
    WHERE encoder_id = %(encoder)s AND image_id = ANY(%(ids)s) AND state = 'pending' AND attempts >= %(most)s
    RETURNING image_id
"""
_GIVEN_UP = f"Given up after {MAX_ATTEMPTS} attempts, none of which came to an end."


@dataclass(frozen=True, slots=True)
class Claim:
    """An image to embed: `file` is its name in the storage, `digest` that of the bytes meant."""

    image_id: int
    digest: str
    file: str


@contextmanager
def locked(encoder: Encoder, image_ids: Sequence[int]) -> Iterator[list[int]]:
    """Those of the images that no other worker holds, held until the end of the block."""
    mine = _column(_LOCK, encoder, sorted(set(image_ids)))
    try:
        yield mine
    finally:
        _column(_UNLOCK, encoder, mine)


def rounds(encoder: Encoder, image_ids: Sequence[int]) -> list[list[int]]:
    """The images in the order of work: untried ones together, then each one that an attempt has not survived.

    So that a picture that kills its worker takes no other one with it, the least tried go first.
    """
    tried = _column(_TRIED, encoder, image_ids)
    fresh = [image_id for image_id in image_ids if image_id not in set(tried)]
    return [batch for batch in (fresh, *([image_id] for image_id in tried)) if batch]


def claim(encoder: Encoder, image_ids: Sequence[int]) -> list[Claim]:
    """Those of the images that want a vector, with one attempt counted. Commits, outside a transaction."""
    return [Claim(*row) for row in run(_CLAIM, encoder, ids=list(image_ids))]


def release(encoder: Encoder, image_ids: Sequence[int], *, reason: str) -> None:
    """Takes the attempt back: nothing was wrong with these pictures."""
    run(_RELEASE, encoder, ids=list(image_ids), reason=reason[:300])


def give_up(encoder: Encoder, image_ids: Sequence[int]) -> int:
    """Fails those whose last attempt was never finished; how many."""
    return len(_column(_GIVE_UP, encoder, image_ids, reason=_GIVEN_UP, most=MAX_ATTEMPTS))


def _column(statement: str, encoder: Encoder, ids: Sequence[int], **values: object) -> list[int]:
    return [row[0] for row in run(statement, encoder, ids=list(ids), **values)]
