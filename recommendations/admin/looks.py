"""The state of a picture's vectors, in words."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, Prefetch
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from catalog.models import ProductImage

from ..models import EmbeddingState, Encoder, ImageEmbedding

ROWS = Prefetch(
    "embeddings",
    ImageEmbedding.objects.select_related("encoder")
    .defer("vector")
    .annotate(is_chosen=Exists(Encoder.objects.filter(is_active=True)))
    .order_by("encoder__key", "-encoder"),
)
"""Of any number of images in one query, without the vectors themselves."""


def line(row: ImageEmbedding, image: ProductImage) -> str:
    """Encoder, state, time, and the reason of a failure."""
    when = formats.date_format(timezone.localtime(row.updated_at), "SHORT_DATETIME_FORMAT")
    state = _("Outdated") if row.source_digest != image.digest else row.get_state_display()
    said = f"{row.encoder.key}: {state}, {when}"
    return f"{said}. {row.error}" if row.error else said


def worst(images: Iterable[ProductImage]) -> str:
    """The state of a product's look-alikes by the active encoder: as good as its worst picture."""
    states = {_state(image) for image in images}
    for state in (EmbeddingState.FAILED, EmbeddingState.PENDING, EmbeddingState.READY):
        if state in states:
            return str(state.label)
    return ""


def _state(image: ProductImage) -> EmbeddingState:
    for row in image.embeddings.all():
        if _is_searched_with(row) and row.source_digest == image.digest:
            return EmbeddingState(row.state)
    return EmbeddingState.PENDING


def _is_searched_with(row: Any) -> bool:
    return bool(row.encoder.is_active or (not row.is_chosen and row.encoder.key == settings.VITRINE_ENCODER))
