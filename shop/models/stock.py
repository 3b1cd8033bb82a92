from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant

from .order import Order


class MovementKind(models.TextChoices):
    RECEIVED = "received", _("Received")
    CORRECTED = "corrected", _("Corrected")
    SOLD = "sold", _("Sold")
    RELEASED = "released", _("Released")
    RETURNED = "returned", _("Returned")


class StockMovement(models.Model):
    """One change of a variant's stock, and the only way that orders make one.

    Triggers in the database keep both sides equal: a new movement changes `Variant.stock`, a change of
    `Variant.stock` by the admin or an import writes a movement. `balance` is the stock after it. Rows are
    never changed or deleted (docs/adr/0008-stock-ledger.md).
    """

    variant = models.ForeignKey(
        Variant,
        verbose_name=_("variant"),
        on_delete=models.SET_NULL,
        related_name="movements",
        null=True,
    )
    sku = models.CharField(_("SKU"), max_length=64, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=MovementKind)
    delta = models.IntegerField(_("change"))
    balance = models.IntegerField(_("stock after it"), default=0, editable=False)
    order = models.ForeignKey(
        Order,
        verbose_name=_("order"),
        on_delete=models.PROTECT,
        related_name="movements",
        null=True,
        blank=True,
    )
    actor = models.CharField(_("who"), max_length=150, blank=True)
    note = models.CharField(_("why"), max_length=300, blank=True)
    at = models.DateTimeField(_("at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("stock movement")
        verbose_name_plural = _("stock movements")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(delta=0), name="stock_movement_moves"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["received", "corrected"]) | models.Q(order__isnull=False),
                name="stock_movement_names_its_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sku}: {self.delta:+d}"


class ReservationState(models.TextChoices):
    HELD = "held", _("Held")
    SOLD = "sold", _("Sold")
    RELEASED = "released", _("Released")


class StockReservation(models.Model):
    """What an order's lines took from stock: held for an unpaid order until `expires_at`, if ever."""

    order = models.OneToOneField(
        Order, verbose_name=_("order"), on_delete=models.CASCADE, related_name="reservation"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ReservationState, default=ReservationState.HELD
    )
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)

    class Meta:
        verbose_name = _("stock reservation")
        verbose_name_plural = _("stock reservations")
        indexes = [
            models.Index(fields=["expires_at"], condition=models.Q(state="held"), name="reservation_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.order}: {self.state}"
