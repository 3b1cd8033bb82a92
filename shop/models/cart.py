import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant

from ..querysets import HeldQuerySet
from .coupon import Coupon

MAX_QUANTITY = 99
MAX_LINES = 100
SOURCE_LENGTH = 30


class Cart(models.Model):
    """What a shopper means to buy. A guest's cart is found by its token in a signed cookie."""

    token = models.UUIDField(_("token"), unique=True, default=uuid.uuid4, editable=False)
    customer = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.CASCADE,
        related_name="cart",
        null=True,
        blank=True,
    )
    coupon = models.ForeignKey(
        Coupon,
        verbose_name=_("coupon"),
        on_delete=models.SET_NULL,
        related_name="carts",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = HeldQuerySet["Cart"].as_manager()

    class Meta:
        verbose_name = _("cart")
        verbose_name_plural = _("carts")

    def __str__(self) -> str:
        return str(self.token)


class CartLine(models.Model):
    cart = models.ForeignKey(Cart, verbose_name=_("cart"), on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(
        Variant, verbose_name=_("variant"), on_delete=models.CASCADE, related_name="cart_lines"
    )
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    price_minor = models.BigIntegerField(
        _("price when added"),
        null=True,
        blank=True,
        help_text=_("In minor units, to tell the shopper of a change."),
    )
    source = models.CharField(
        _("source"),
        max_length=SOURCE_LENGTH,
        blank=True,
        help_text=_("The list it was added from, such as “similar”."),
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("cart line")
        verbose_name_plural = _("cart lines")
        ordering = ["added_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cart", "variant"], name="cart_line_unique_variant"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1, quantity__lte=MAX_QUANTITY),
                name="cart_line_quantity_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant}"
