from django.db import models
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from catalog.models import ProductImage

from ..querysets import ImageEmbeddingQuerySet
from .encoder import Encoder


class EmbeddingState(models.TextChoices):
    PENDING = "pending", _("Pending")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Failed")


class ImageEmbedding(models.Model):
    """One image as one encoder sees it. Derived: may be deleted and made again at any time.

    `source_digest` is the SHA-256 of the bytes that the state speaks of; a row whose digest is not its
    image's is stale. `attempts` counts the tries on those bytes, so that a picture that kills its worker is
    given up.
    """

    # Both foreign keys are served by the compound indexes below.
    image = models.ForeignKey(
        ProductImage,
        verbose_name=_("image"),
        on_delete=models.CASCADE,
        related_name="embeddings",
        db_index=False,
    )
    encoder = models.ForeignKey(
        Encoder,
        verbose_name=_("encoder"),
        on_delete=models.CASCADE,
        related_name="embeddings",
        db_index=False,
    )
    dimension = models.PositiveIntegerField(_("dimension"))
    vector = HalfVectorField(_("vector"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=EmbeddingState, default=EmbeddingState.PENDING
    )
    source_digest = models.CharField(_("source SHA-256"), max_length=64)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("error"), max_length=300, blank=True)
    queued_at = models.DateTimeField(_("queued"), null=True, editable=False)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)
    searchable_after = models.DurationField(
        _("searchable after"),
        null=True,
        editable=False,
        help_text=_("From saving a new picture; of pictures older than the encoder's first vector nothing."),
    )

    objects = ImageEmbeddingQuerySet.as_manager()

    class Meta:
        verbose_name = _("image embedding")
        verbose_name_plural = _("image embeddings")
        constraints = [
            models.UniqueConstraint(fields=["image", "encoder"], name="embedding_unique_image_and_encoder"),
            models.CheckConstraint(
                condition=models.Q(vector__isnull=True)
                | models.Q(
                    dimension=models.Func(
                        models.F("vector"), function="vector_dims", output_field=models.IntegerField()
                    )
                ),
                name="embedding_vector_has_its_dimension",
            ),
            models.CheckConstraint(
                condition=models.Q(state="ready", vector__isnull=False)
                | (~models.Q(state="ready") & models.Q(vector__isnull=True)),
                name="embedding_vector_if_ready",
            ),
            # Nothing is near a vector without a direction. NaN and infinity are refused by the type.
            models.CheckConstraint(
                condition=GreaterThan(
                    models.Func(models.F("vector"), function="l2_norm", output_field=models.FloatField()), 0.0
                ),
                name="embedding_vector_is_not_zero",
            ),
        ]
        indexes = [
            models.Index(fields=["encoder", "state"], name="embedding_encoder_state"),
        ]

    def __str__(self) -> str:
        return f"{self.image_id} × {self.encoder_id}: {self.state}"
