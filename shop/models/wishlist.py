import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Product

from ..querysets import HeldQuerySet

MAX_WISHES = 200


class WishList(models.Model):
    """What a shopper means to come back to. A guest's is found by its token in a signed cookie."""

    token = models.UUIDField(_("token"), unique=True, default=uuid.uuid4, editable=False)
    customer = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.CASCADE,
        related_name="wishlist",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = HeldQuerySet["WishList"].as_manager()

    class Meta:
        verbose_name = _("wish-list")
        verbose_name_plural = _("wish-lists")

    def __str__(self) -> str:
        return str(self.token)


class Wish(models.Model):
    wishlist = models.ForeignKey(
        WishList,
        verbose_name=_("wish-list"),
        on_delete=models.CASCADE,
        related_name="wishes",
        db_index=False,  # the unique constraint's index begins with it
    )
    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="wishes"
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["-added_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["wishlist", "product"], name="wish_unique_product"),
        ]

    def __str__(self) -> str:
        return str(self.product)
