from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Product

MAX_VIEWINGS = 12


class Viewing(models.Model):
    """A product that a customer looked at, the last time. What guests look at stays in their browsers."""

    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.CASCADE,
        related_name="viewings",
        db_index=False,  # the unique constraint's index begins with it
    )
    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="viewings"
    )
    viewed_at = models.DateTimeField(_("viewed"))

    class Meta:
        verbose_name = _("viewed product")
        verbose_name_plural = _("viewed products")
        ordering = ["-viewed_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["customer", "product"], name="viewing_unique_product"),
        ]

    def __str__(self) -> str:
        return str(self.product)
