from django.db import models
from django.utils.translation import gettext_lazy as _


class BulkEdit(models.Model):
    """One change of many products at once, with all that it takes to undo it.

    `rows` has a list for each column that was changed ("price", "stock", "category", "published"), of
    [key of the variant or product, before, after].
    """

    actor = models.CharField(_("by"), max_length=150, blank=True)
    at = models.DateTimeField(_("at"))
    summary = models.CharField(_("what was done"), max_length=300)
    products = models.PositiveIntegerField(_("products"))
    rows = models.JSONField(_("rows"))
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("bulk edit")
        verbose_name_plural = _("bulk edits")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.summary
