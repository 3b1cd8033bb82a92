"""How much of the catalogue an encoder has seen."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, OuterRef, Q, Subquery

from catalog.models import ProductImage

from ..models import EmbeddingState, Encoder, ImageEmbedding
from .encoders import active_encoder


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of images: all, those with a vector of their present bytes, those given up."""

    images: int
    ready: int
    failed: int

    @property
    def missing(self) -> int:
        return self.images - self.ready - self.failed

    @property
    def complete(self) -> bool:
        return self.missing == 0


def is_known(*, image_id: int, digest: str) -> bool:
    """Whether the active encoder has, or was asked for, a vector of these bytes. Raises nothing."""
    rows = ImageEmbedding.objects.filter(image_id=image_id, source_digest=digest)
    chosen = Encoder.objects.filter(is_active=True).first()
    return rows.filter(Q(encoder=chosen) if chosen else Q(encoder__key=settings.VITRINE_ENCODER)).exists()


def embedding_coverage(*, encoder: Encoder | None = None) -> Coverage:
    """Of the active encoder when none is given."""
    rows = ImageEmbedding.objects.of(encoder or active_encoder())
    current = rows.filter(image=OuterRef("pk"), source_digest=OuterRef("digest"))
    states = ProductImage.objects.annotate(embedding_state=Subquery(current.values("state")))
    return Coverage(
        **states.aggregate(
            images=Count("pk"),
            ready=Count("pk", filter=Q(embedding_state=EmbeddingState.READY)),
            failed=Count("pk", filter=Q(embedding_state=EmbeddingState.FAILED)),
        )
    )
