from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import PictureField
from .product import Product


class ProductImage(models.Model):
    """One picture of a product. `digest`, `width` and `height` are the stored bytes', filled by the field."""

    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="images"
    )
    file = PictureField(_("file"), upload_to="products/%Y/%m", max_length=255)
    position = models.PositiveIntegerField(_("position"), default=0)
    alt_text = models.CharField(_("alt text"), max_length=200, blank=True)
    digest = models.CharField(_("SHA-256"), max_length=64, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("product image")
        verbose_name_plural = _("product images")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.alt_text or self.file.name or str(self.pk)
