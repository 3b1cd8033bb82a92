import secrets
import uuid
from dataclasses import asdict
from typing import Final

from django.conf import settings
from django.core.signing import Signer
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant
from catalog.money import Money

from ..addresses import PostalAddress
from ..totals import percent_text
from .cart import SOURCE_LENGTH, Cart
from .coupon import Coupon

# Without letters and digits that are read as one another.
_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SIGNER: Final = Signer(salt="shop.order")


def new_number() -> str:
    """Ten random letters and digits: one number tells nothing about how many others there are."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


class OrderState(models.TextChoices):
    PLACED = "placed", _("Placed")
    PAID = "paid", _("Paid")
    PACKED = "packed", _("Packed")
    SHIPPED = "shipped", _("Shipped")
    DELIVERED = "delivered", _("Delivered")
    CANCELLED = "cancelled", _("Cancelled")
    REFUNDED = "refunded", _("Refunded")


class Order(models.Model):
    """What somebody bought: everything is copied, so that it stays true when the catalogue changes.

    Amounts are in minor units of `currency`, tax included: goods − discount + shipping = total.
    """

    number = models.CharField(_("number"), max_length=12, unique=True, default=new_number, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=OrderState, default=OrderState.PLACED)
    placed_at = models.DateTimeField(_("placed"))
    paid_at = models.DateTimeField(_("paid"), null=True, blank=True)

    idempotency_key = models.UUIDField(_("key of the request"), unique=True, default=uuid.uuid4)
    request_digest = models.CharField(_("digest of the request"), max_length=64)
    cart = models.ForeignKey(Cart, on_delete=models.SET_NULL, related_name="orders", null=True, blank=True)
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.SET_NULL,
        related_name="orders",
        null=True,
        blank=True,
    )

    email = models.EmailField(_("email"))
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=10)
    name = models.CharField(_("full name"), max_length=120)
    company_name = models.CharField(_("company"), max_length=120, blank=True)
    street_address = models.CharField(_("street and number"), max_length=200)
    street_address_2 = models.CharField(_("flat, floor or other"), max_length=200, blank=True)
    city_area = models.CharField(_("district"), max_length=120, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country_area = models.CharField(_("province"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    country_code = models.CharField(_("country"), max_length=2)

    currency = models.CharField(_("currency"), max_length=3)
    goods_minor = models.BigIntegerField(_("goods"))
    discount_minor = models.BigIntegerField(_("discount"), default=0)
    shipping_minor = models.BigIntegerField(_("delivery"))
    total_minor = models.BigIntegerField(_("total"))
    tax_minor = models.BigIntegerField(_("tax in the total"))
    tax_percent = models.DecimalField(_("tax rate in percent"), max_digits=5, decimal_places=2)

    coupon = models.ForeignKey(
        Coupon,
        verbose_name=_("coupon"),
        on_delete=models.PROTECT,
        related_name="orders",
        null=True,
        blank=True,
    )
    shipping_name = models.CharField(_("delivery"), max_length=80)
    min_days = models.PositiveSmallIntegerField(_("days at least"))
    max_days = models.PositiveSmallIntegerField(_("days at most"))
    carrier = models.CharField(_("carrier"), max_length=60, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=80, blank=True)
    payment_method = models.CharField(_("payment"), max_length=20)

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ["-placed_at", "-id"]
        indexes = [
            models.Index(fields=["-placed_at", "-id"], name="order_newest"),
            models.Index(fields=["state", "-placed_at"], name="order_newest_in_state"),
            models.Index(Upper("email"), name="order_of_guest", condition=models.Q(customer=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    total_minor=models.F("goods_minor")
                    - models.F("discount_minor")
                    + models.F("shipping_minor")
                ),
                name="order_total_adds_up",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    goods_minor__gte=0,
                    discount_minor__gte=0,
                    shipping_minor__gte=0,
                    total_minor__gte=0,
                    tax_minor__gte=0,
                    discount_minor__lte=models.F("goods_minor"),
                    tax_minor__lte=models.F("total_minor"),
                ),
                name="order_amounts_in_range",
            ),
            models.CheckConstraint(condition=models.Q(state__in=OrderState.values), name="order_state_known"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The signed link that shows the order to whoever has it."""
        return reverse("shop:order", args=[self.number, self.token])

    @property
    def goods(self) -> Money:
        return Money(self.goods_minor, self.currency)

    @property
    def discount(self) -> Money:
        return Money(self.discount_minor, self.currency)

    @property
    def shipping(self) -> Money:
        return Money(self.shipping_minor, self.currency)

    @property
    def total(self) -> Money:
        return Money(self.total_minor, self.currency)

    @property
    def tax(self) -> Money:
        return Money(self.tax_minor, self.currency)

    @property
    def tax_percent_text(self) -> str:
        """Without zeros that say nothing: "19", "8.1"."""
        return percent_text(self.tax_percent)

    @property
    def address(self) -> PostalAddress:
        return PostalAddress(**{part: getattr(self, part) for part in asdict(PostalAddress(""))})

    @property
    def token(self) -> str:
        """What a link needs besides the number, for whoever has no account."""
        return _SIGNER.signature(self.number)


def is_token_of(number: str, token: str) -> bool:
    """Whether a link to an order was signed here."""
    return secrets.compare_digest(_SIGNER.signature(number).encode(), token.encode())


class OrderLine(models.Model):
    """Copied at sale; `variant` may be gone since. `source` says which list it came from."""

    order = models.ForeignKey(Order, verbose_name=_("order"), on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(
        Variant,
        verbose_name=_("variant"),
        on_delete=models.SET_NULL,
        related_name="order_lines",
        null=True,
        blank=True,
    )
    sku = models.CharField(_("SKU"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    price_minor = models.BigIntegerField(_("price"))
    source = models.CharField(_("source"), max_length=SOURCE_LENGTH, blank=True)

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "sku"], name="order_line_unique_sku"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="order_line_quantity_positive"),
            models.CheckConstraint(
                condition=models.Q(price_minor__gte=0), name="order_line_price_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.title}"

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.order.currency)

    @property
    def total(self) -> Money:
        return self.price * self.quantity


class OrderEvent(models.Model):
    """Who did what to an order; `from_state` and `to_state` are the same where it stayed."""

    order = models.ForeignKey(Order, verbose_name=_("order"), on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    from_state = models.CharField(_("from"), max_length=10, choices=OrderState, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=OrderState)
    actor = models.CharField(_("who"), max_length=150)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("history")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.order}: {self.from_state} → {self.to_state}"
