from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..fields import PictureField
from ..querysets import ProductImageQuerySet
from .product import Product


class ProductImage(models.Model):
    """One picture of a product. `digest`, `width` and `height` are the stored bytes', filled by the field.

    `thumbnail_widths` are those that there are, of these bytes; pages show the original until then.
    `thumbnails_due_at` is when they are to be made, or tried again; null when nothing is left to do.
    """

    # Served by the index below, which a search by sight need not look beyond.
    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="images", db_index=False
    )
    file = PictureField(_("file"), upload_to="products/%Y/%m", max_length=255)
    position = models.PositiveIntegerField(_("position"), default=0)
    alt_text = models.CharField(_("alt text"), max_length=200, blank=True)
    digest = models.CharField(_("SHA-256"), max_length=64, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    thumbnail_widths = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("widths of the thumbnails"),
        default=list,
        editable=False,
    )
    thumbnails_due_at = models.DateTimeField(
        _("thumbnails due"), null=True, default=timezone.now, editable=False
    )
    thumbnail_attempts = models.PositiveSmallIntegerField(
        _("attempts at thumbnails"), default=0, editable=False
    )
    thumbnail_error = models.CharField(
        _("why there are no thumbnails"), max_length=300, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ProductImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("product image")
        verbose_name_plural = _("product images")
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["file"], name="image_file"),
            models.Index(fields=["product"], include=["id"], name="image_of_product"),
            models.Index(
                fields=["thumbnails_due_at", "id"],
                condition=models.Q(thumbnails_due_at__isnull=False),
                name="image_thumbnails_due",
            ),
        ]

    def __str__(self) -> str:
        return self.alt_text or self.file.name or str(self.pk)
