import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.money import Money

from .order import Order


class PaymentState(models.TextChoices):
    CREATED = "created", _("Not begun")
    NEEDS_CONFIRMATION = "needs_confirmation", _("To be confirmed by the shopper")
    PENDING = "pending", _("Waiting for the provider")
    CAPTURED = "captured", _("Paid")
    FAILED = "failed", _("Refused")
    CANCELLED = "cancelled", _("Cancelled")


OPEN_PAYMENTS = (PaymentState.CREATED, PaymentState.NEEDS_CONFIRMATION, PaymentState.PENDING)


class Payment(models.Model):
    """The money for an order. `reference` is ours, and makes a repeated charge the same charge."""

    order = models.ForeignKey(
        Order, verbose_name=_("order"), on_delete=models.PROTECT, related_name="payments"
    )
    method = models.CharField(_("method"), max_length=20)
    choice = models.CharField(_("choice"), max_length=30, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=PaymentState, default=PaymentState.CREATED)
    reference = models.UUIDField(_("reference"), unique=True, default=uuid.uuid4, editable=False)
    provider_id = models.CharField(_("the provider's id"), max_length=100, blank=True)
    amount_minor = models.BigIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3)
    refunded_minor = models.BigIntegerField(_("refunded"), default=0)
    message = models.CharField(_("what the provider said"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["updated_at"],
                condition=models.Q(state__in=[state.value for state in OPEN_PAYMENTS]),
                name="payment_open",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["order"],
                condition=models.Q(state=PaymentState.CAPTURED.value),
                name="payment_captured_once",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    amount_minor__gte=0, refunded_minor__gte=0, refunded_minor__lte=models.F("amount_minor")
                ),
                name="payment_refunds_within_amount",
            ),
            models.CheckConstraint(
                condition=models.Q(refunded_minor=0) | models.Q(state=PaymentState.CAPTURED.value),
                name="payment_refunds_what_was_paid",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}: {self.amount}"

    @property
    def amount(self) -> Money:
        return Money(self.amount_minor, self.currency)

    @property
    def refunded(self) -> Money:
        return Money(self.refunded_minor, self.currency)

    @property
    def refundable(self) -> Money:
        return Money(self.amount_minor - self.refunded_minor, self.currency)


class RefundState(models.TextChoices):
    PENDING = "pending", _("Waiting for the provider")
    DONE = "done", _("Paid back")
    FAILED = "failed", _("Refused")


class Refund(models.Model):
    """Money that goes back. `reference` makes a repeated request the same refund."""

    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.PROTECT, related_name="refunds"
    )
    amount_minor = models.BigIntegerField(_("amount"))
    state = models.CharField(_("state"), max_length=10, choices=RefundState, default=RefundState.PENDING)
    reference = models.UUIDField(_("reference"), unique=True, default=uuid.uuid4, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    actor = models.CharField(_("who"), max_length=150)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_minor__gt=0), name="refund_amount_positive"),
        ]

    def __str__(self) -> str:
        return str(self.amount)

    @property
    def amount(self) -> Money:
        return Money(self.amount_minor, self.payment.currency)


class ProviderEvent(models.Model):
    """What a provider has told by itself, so that what comes again is known."""

    method = models.CharField(_("method"), max_length=20)
    event_id = models.CharField(_("the provider's id"), max_length=255)
    kind = models.CharField(_("kind"), max_length=100)
    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.CASCADE, related_name="events", null=True
    )
    heard_at = models.DateTimeField(_("heard"), auto_now_add=True)

    class Meta:
        verbose_name = _("payment event")
        verbose_name_plural = _("payment events")
        constraints = [
            models.UniqueConstraint(fields=["method", "event_id"], name="provider_event_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"


class TestCardCharge(models.Model):
    """The ledger of the pretended bank behind the test card: what it was asked for, and what became of it."""

    reference = models.UUIDField(unique=True)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    outcome = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=PaymentState)
    refunded_minor = models.BigIntegerField(default=0)
    refunds = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    __test__ = False  # no test, whatever its name begins with

    class Meta:
        verbose_name = _("test card charge")
        verbose_name_plural = _("test card charges")

    def __str__(self) -> str:
        return str(self.reference)
