from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import EmbeddingState, Encoder, ImageEmbedding


@admin.register(Encoder)
class EncoderAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Which encoders have vectors here. One that is no longer needed may be deleted, with its vectors."""

    list_display = ("key", "active", "dimension", "artefact", "ready", "failed", "created_at")
    list_display_links = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Encoder]:
        encoders: QuerySet[Encoder] = super().get_queryset(request)
        return encoders.annotate(
            ready=Count("embeddings", filter=Q(embeddings__state=EmbeddingState.READY)),
            failed=Count("embeddings", filter=Q(embeddings__state=EmbeddingState.FAILED)),
        )

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """Counts the vectors that go with it: a list of every one would be no help."""
        counts = {
            str(Encoder._meta.verbose_name_plural): len(objs),
            str(ImageEmbedding._meta.verbose_name_plural): ImageEmbedding.objects.filter(
                encoder__in=objs
            ).count(),
        }
        return [str(encoder) for encoder in objs], counts, set(), []

    @admin.display(description=_("active"), boolean=True)
    def active(self, encoder: Encoder) -> bool:
        return bool(encoder.key == settings.VITRINE_ENCODER)

    @admin.display(description=_("artefact"))
    def artefact(self, encoder: Encoder) -> str:
        return encoder.digest[:12]

    @admin.display(description=_("vectors"))
    def ready(self, encoder: Any) -> int:
        return int(encoder.ready)

    @admin.display(description=_("given up"))
    def failed(self, encoder: Any) -> int:
        return int(encoder.failed)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
