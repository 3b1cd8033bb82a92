from django.db import models
from django.utils.translation import gettext_lazy as _

from .product import Product


class Act(models.TextChoices):
    """How a product came to be as a revision says."""

    CREATED = "created", _("Created")
    CHANGED = "changed", _("Changed")
    RESTORED = "restored", _("Restored")
    DELETED = "deleted", _("Deleted")
    FOUND = "found", _("Found so: by an import, a bulk edit or the API")


class ProductRevision(models.Model):
    """A product with its variants and pictures as it was at a time, without the stock; see catalog.facts.

    Outlives its product, so that a deleted one can come back under the same key.
    """

    product = models.ForeignKey(
        Product,
        verbose_name=_("product"),
        on_delete=models.DO_NOTHING,
        related_name="revisions",
        db_constraint=False,
        db_index=False,  # the compound index begins with it
    )
    act = models.CharField(_("what was done"), max_length=10, choices=Act)
    actor = models.CharField(_("by"), max_length=150, blank=True)
    at = models.DateTimeField(_("at"), db_index=True)
    facts = models.JSONField(_("facts"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-id"]
        indexes = [models.Index(fields=["product", "-id"], name="revision_of_product")]

    def __str__(self) -> str:
        return f"{self.facts['title']}, {self.at:%Y-%m-%d %H:%M}"
