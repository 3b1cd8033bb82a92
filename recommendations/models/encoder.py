from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import EncoderQuerySet


class Encoder(models.Model):
    """The database's record of an encoder that has rows here; its card is the truth about it.

    A changed artefact under the same key is another encoder: vectors of the two are never compared.
    """

    key = models.SlugField(_("key"), max_length=60)
    dimension = models.PositiveIntegerField(_("dimension"))
    digest = models.CharField(_("artefact SHA-256"), max_length=64)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = EncoderQuerySet.as_manager()

    class Meta:
        verbose_name = _("encoder")
        verbose_name_plural = _("encoders")
        constraints = [
            models.UniqueConstraint(fields=["key", "digest"], name="encoder_unique_key_and_digest"),
            # The target of the foreign key (encoder, dimension) of each vector; see migration 0001.
            models.UniqueConstraint(fields=["id", "dimension"], name="encoder_id_and_dimension"),
            models.CheckConstraint(
                condition=models.Q(dimension__gte=1, dimension__lte=4000), name="encoder_dimension_indexable"
            ),
        ]

    def __str__(self) -> str:
        return self.key
