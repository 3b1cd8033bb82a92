from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import EncoderQuerySet


class Encoder(models.Model):
    """The database's record of an encoder that has rows here; its card is the truth about it.

    A changed artefact under the same key is another encoder: vectors of the two are never compared. The one
    that `is_active` is what the shop searches with; while none is, it is the one that the settings name.
    What `is_kept` gets a vector of every picture beside it, so that it can take over, or back, at once.
    """

    key = models.SlugField(_("key"), max_length=60)
    dimension = models.PositiveIntegerField(_("dimension"))
    digest = models.CharField(_("artefact SHA-256"), max_length=64)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    is_active = models.BooleanField(_("active"), default=False)
    is_kept = models.BooleanField(_("filled beside"), default=False)

    objects = EncoderQuerySet.as_manager()

    class Meta:
        verbose_name = _("encoder")
        verbose_name_plural = _("encoders")
        constraints = [
            models.UniqueConstraint(fields=["key", "digest"], name="encoder_unique_key_and_digest"),
            # The target of the foreign key (encoder, dimension) of each vector; see migration 0001.
            models.UniqueConstraint(fields=["id", "dimension"], name="encoder_id_and_dimension"),
            models.UniqueConstraint(
                fields=["is_active"], condition=models.Q(is_active=True), name="encoder_one_is_active"
            ),
            models.CheckConstraint(
                condition=models.Q(dimension__gte=1, dimension__lte=4000), name="encoder_dimension_indexable"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class EncoderSwitch(models.Model):
    """When the shop began to search with another encoder, and by whose hand. Keys are copied: they stay."""

    at = models.DateTimeField(_("time"))
    by = models.CharField(_("by"), max_length=150)
    from_key = models.CharField(_("from"), max_length=60)
    to_key = models.CharField(_("to"), max_length=60)
    missing = models.PositiveIntegerField(
        _("pictures that it did not know yet"), help_text=_("Of those that could be found until then.")
    )

    class Meta:
        verbose_name = _("change of encoder")
        verbose_name_plural = _("changes of encoder")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.from_key} → {self.to_key}"
