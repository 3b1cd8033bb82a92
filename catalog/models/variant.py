from django.db import models
from django.utils.translation import gettext_lazy as _

from ..money import Money, default_currency
from ..querysets import VariantQuerySet
from .product import Product


class Variant(models.Model):
    """What is put into a cart: one size and colour of a product, with its price and stock."""

    product = models.ForeignKey(
        Product,
        verbose_name=_("product"),
        on_delete=models.CASCADE,
        related_name="variants",
        db_index=False,  # the unique constraint's index begins with it
    )
    sku = models.CharField(_("SKU"), max_length=64, unique=True)
    size = models.CharField(_("size"), max_length=20, blank=True)
    colour = models.CharField(_("colour"), max_length=40, blank=True, db_index=True)
    price_minor = models.BigIntegerField(_("price"), help_text=_("In minor units: 1999 is 19.99."))
    currency = models.CharField(_("currency"), max_length=3, default=default_currency)
    cost_minor = models.PositiveBigIntegerField(
        _("cost"),
        null=True,
        blank=True,
        help_text=_("What it costs the shop, in minor units of the price's currency. Shoppers never see it."),
    )
    stock = models.IntegerField(_("stock on hand"), default=0)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = VariantQuerySet.as_manager()

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["product", "price_minor"], name="variant_cheapest"),
            # Searches by sight ask which products a rare price leaves.
            models.Index(fields=["price_minor", "product"], name="variant_by_price"),
            # Lists ask of each product whether it is in stock in that size: without reading its rows.
            models.Index(
                fields=["product"],
                condition=models.Q(stock__gt=0),
                include=["colour", "size", "price_minor"],
                name="variant_in_stock",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "size", "colour"], name="variant_unique_size_and_colour"
            ),
            models.CheckConstraint(condition=models.Q(price_minor__gte=0), name="variant_price_not_negative"),
            models.CheckConstraint(condition=models.Q(stock__gte=0), name="variant_stock_not_negative"),
            models.CheckConstraint(
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"), name="variant_currency_is_iso_4217"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} ({self.sku})"

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.currency)

    @property
    def cost(self) -> Money | None:
        """What it costs the shop, where that is known: for the desk alone."""
        return None if self.cost_minor is None else Money(self.cost_minor, self.currency)

    @property
    def full_name(self) -> str:
        """As a cart or an order names it: "Linen shirt, Blue, M"."""
        return ", ".join(part for part in (self.product.title, self.colour, self.size) if part)

    @property
    def in_stock(self) -> bool:
        return self.stock > 0
