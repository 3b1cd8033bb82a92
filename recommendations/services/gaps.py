"""Images without a vector of their present bytes: found, marked as queued, asked for again."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from ..models import EmbeddingState, Encoder, ImageEmbedding
from .embedding import EMBED_BATCH
from .statements import run

MOST_QUEUED = 8192
"""Images: what the workers of one machine get done between two sweeps, and a little more."""
PATIENCE = timedelta(minutes=3)
"""How long a message may wait in the queue before another one is sent for the same image."""

_QUEUE = """
    WITH gap AS (
        SELECT i.id, i.digest FROM catalog_productimage i
        LEFT JOIN recommendations_imageembedding e ON e.image_id = i.id AND e.encoder_id = %(encoder)s
        WHERE (e.id IS NULL OR e.source_digest <> i.digest OR e.state = 'pending')
            AND (e.queued_at IS NULL OR e.queued_at <= %(before)s)
        ORDER BY i.id LIMIT %(limit)s
    )
    INSERT INTO recommendations_imageembedding AS e
        (image_id, encoder_id, dimension, state, source_digest, attempts, error, queued_at, updated_at)
    SELECT id, %(encoder)s, %(dimension)s, 'pending', digest, 0, '', %(now)s, %(now)s FROM gap
    ON CONFLICT (image_id, encoder_id) DO UPDATE SET queued_at = excluded.queued_at
    RETURNING image_id
"""


def queue_gaps(
    *, encoder: Encoder, now: datetime, limit: int | None = None, patience: timedelta = PATIENCE
) -> list[int]:
    """Ids of up to `limit` images in need of a vector, for whoever sends the messages; marked as queued.

    Those marked within `patience` before are left out, so that the same gap is not sent again and again.
    """
    rows = run(_QUEUE, encoder, now=now, before=now - patience, limit=limit)
    return sorted(image_id for (image_id,) in rows)


def queue_for_sweep(*, now: datetime, encoder: Encoder | None = None) -> list[list[int]]:
    """An encoder's gaps in batches of one task each, no more than the queue should hold at once.

    The active one's when none is given.
    """
    encoder = encoder or Encoder.objects.active()
    room = max(0, MOST_QUEUED - _queued(encoder, now))
    image_ids = queue_gaps(encoder=encoder, now=now, limit=room)
    return [image_ids[start : start + EMBED_BATCH] for start in range(0, len(image_ids), EMBED_BATCH)]


def _queued(encoder: Encoder, now: datetime) -> int:
    pending = ImageEmbedding.objects.of(encoder).filter(state=EmbeddingState.PENDING)
    return pending.filter(queued_at__gt=now - PATIENCE).count()


def forget_sources(*, encoder: Encoder) -> int:
    """Makes every image of the encoder a gap; how many. Vectors stay in use until new ones are stored."""
    return ImageEmbedding.objects.of(encoder).update(source_digest="", attempts=0, queued_at=None)


def retry(*, embeddings: QuerySet[ImageEmbedding]) -> list[int]:
    """Makes the failed ones among `embeddings` pending again; the ids of their images."""
    failed = embeddings.filter(state=EmbeddingState.FAILED)
    image_ids = list(failed.values_list("image_id", flat=True))
    failed.update(state=EmbeddingState.PENDING, attempts=0, error="", queued_at=None)
    return image_ids
