from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.money import Money

from .payment import Payment


class DisputeState(models.TextChoices):
    OPEN = "open", _("Open")
    WON = "won", _("Decided for the shop")
    LOST = "lost", _("Decided for the customer")


class Dispute(models.Model):
    """A customer's bank wants the money of a payment back. It is answered in the provider's own pages."""

    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.PROTECT, related_name="disputes"
    )
    provider_id = models.CharField(_("the provider's id"), max_length=100)
    state = models.CharField(_("state"), max_length=10, choices=DisputeState, default=DisputeState.OPEN)
    amount_minor = models.BigIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["payment", "provider_id"], name="dispute_once"),
        ]

    def __str__(self) -> str:
        return f"{self.payment.order}: {self.amount}"

    @property
    def amount(self) -> Money:
        return Money(self.amount_minor, self.payment.currency)
