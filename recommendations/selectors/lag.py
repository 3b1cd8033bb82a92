"""How far the vectors are behind the catalogue."""

from datetime import datetime, timedelta

from django.db.models import Exists, Min, OuterRef

from catalog.models import ProductImage

from ..models import EmbeddingState, ImageEmbedding
from .encoders import active_encoder


def embedding_lag(*, now: datetime) -> timedelta:
    """Age of the oldest image that the active encoder neither has a vector of nor has given up; else zero."""
    settled = ImageEmbedding.objects.of(active_encoder()).exclude(state=EmbeddingState.PENDING)
    current = settled.filter(image=OuterRef("pk"), source_digest=OuterRef("digest"))
    oldest = ProductImage.objects.filter(~Exists(current)).aggregate(oldest=Min("created_at"))["oldest"]
    return max(timedelta(0), now - oldest) if oldest else timedelta(0)
