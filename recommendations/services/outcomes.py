"""What came of the claimed images, written in one round trip."""

from collections.abc import Sequence
from dataclasses import dataclass

from pgvector import HalfVector

from ..models import Encoder
from .claims import Claim
from .statements import run

# Nothing is written over when the image has other bytes by now: those want a vector of their own.
_STORE = """
    UPDATE recommendations_imageembedding e
    SET state = CASE WHEN r.vector IS NULL THEN 'failed' ELSE 'ready' END,
        vector = r.vector::halfvec, error = r.error, updated_at = clock_timestamp(),
        searchable_after = CASE
            WHEN e.searchable_after IS NULL AND r.vector IS NOT NULL AND i.created_at >= %(since)s
            THEN clock_timestamp() - i.created_at ELSE e.searchable_after END
    FROM unnest(%(ids)s::bigint[], %(digests)s::text[], %(vectors)s::text[], %(errors)s::text[])
            AS r (image_id, digest, vector, error)
        JOIN catalog_productimage i ON i.id = r.image_id AND i.digest = r.digest
    WHERE e.image_id = r.image_id AND e.encoder_id = %(encoder)s
        AND e.source_digest = r.digest AND e.state = 'pending'
    RETURNING e.state
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claimed image's vector, or why there is none."""

    claim: Claim
    vector: HalfVector | None = None
    error: str = ""


def store(encoder: Encoder, outcomes: Sequence[Outcome]) -> list[str]:
    """The new states of the rows written; none for an image that was changed or deleted meanwhile."""
    rows = run(
        _STORE,
        encoder,
        since=encoder.created_at,
        ids=[outcome.claim.image_id for outcome in outcomes],
        digests=[outcome.claim.digest for outcome in outcomes],
        vectors=[outcome.vector.to_text() if outcome.vector else None for outcome in outcomes],
        errors=[outcome.error[:300] for outcome in outcomes],
    )
    return [state for (state,) in rows]
