"""The encoders that there are: their files, their vectors, and what is missing yet."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import Count

from catalog.models import Product

from ..encoders import EncoderCard, encoder_cards
from ..models import Encoder, ImageEmbedding
from .coverage import Coverage, embedding_coverage

_HALF = 2
_HEADER = 8
"""Bytes of one number, and of what stands before them in a row."""
_INDEX = """
    SELECT i.indisvalid, pg_relation_size(i.indexrelid) FROM pg_index i
    WHERE i.indexrelid = to_regclass(%s)
"""


@dataclass(frozen=True)
class EncoderState:
    """One encoder: `card` is None where its file is gone, `encoder` where it never saw a picture.

    `rows` counts its vectors, of whatever age; the sizes are in bytes.
    """

    key: str
    card: EncoderCard | None
    encoder: Encoder | None
    coverage: Coverage
    is_active: bool
    rows: int = 0
    has_index: bool = False
    index_bytes: int = 0

    @property
    def dimension(self) -> int:
        return self.encoder.dimension if self.encoder else self.card.dimension if self.card else 0

    @property
    def digest(self) -> str:
        return self.encoder.digest if self.encoder else self.card.digest if self.card else ""

    @property
    def is_filling(self) -> bool:
        return bool(self.encoder and self.encoder.is_kept and not self.coverage.complete)

    @property
    def done(self) -> int:
        return self.coverage.ready + self.coverage.failed

    @property
    def bytes(self) -> int:
        return self.rows * (_HALF * self.dimension + _HEADER) + self.index_bytes


def encoder_states() -> list[EncoderState]:
    """The active one first, then by key. Raises UnknownEncoder, EncoderArtefactError."""
    cards, active = encoder_cards(settings.VITRINE_ENCODER_DIRS), Encoder.objects.active()
    records = list(Encoder.objects.order_by("key", "pk"))
    rows: dict[int, int] = dict(
        ImageEmbedding.objects.ready().order_by().values_list("encoder").annotate(count=Count("pk"))
    )
    states = [_state(record, cards.get(record.key), active, rows.get(record.pk, 0)) for record in records]
    known = {(record.key, record.digest) for record in records}
    images = states[0].coverage.images
    states += [
        EncoderState(card.key, card, None, Coverage(images, 0, 0), is_active=False)
        for card in cards.values()
        if (card.key, card.digest) not in known
    ]
    return sorted(states, key=lambda state: (not state.is_active, state.key))


def bytes_a_product(state: EncoderState) -> int:
    """What its vectors and their index take, for each product."""
    return round(state.bytes / max(1, Product.objects.count()))


def _state(record: Encoder, card: EncoderCard | None, active: Encoder, rows: int) -> EncoderState:
    with connection.cursor() as cursor:
        cursor.execute(_INDEX, [f"embedding_hnsw_{record.pk}"])
        has_index, size = cursor.fetchone() or (False, 0)
    return EncoderState(
        key=record.key,
        card=card if card and card.digest == record.digest else None,
        encoder=record,
        coverage=embedding_coverage(encoder=record),
        is_active=record.pk == active.pk,
        rows=rows,
        has_index=has_index,
        index_bytes=size,
    )
