from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant


class RestockNotice(models.Model):
    """Somebody is to be told once when a variant is back; the row goes with the mail that says so.

    A guest's is first confirmed by a mail to its address: nobody else's mailbox is written to twice.
    """

    variant = models.ForeignKey(
        Variant, verbose_name=_("variant"), on_delete=models.CASCADE, related_name="restock_notices"
    )
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.CASCADE,
        related_name="restock_notices",
        null=True,
        blank=True,
    )
    email = models.EmailField(_("email"))
    language = models.CharField(_("language"), max_length=10)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    question_due_at = models.DateTimeField(
        _("question due"), null=True, blank=True, help_text=_("The mail that asks a guest to confirm.")
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    rests_until = models.DateTimeField(_("rests until"), default=timezone.now)

    class Meta:
        verbose_name = _("restock notice")
        verbose_name_plural = _("restock notices")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["email", "variant"], name="restock_notice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.variant}: {self.email}"

    @property
    def name(self) -> str:
        """Product, colour and size: "Linen shirt, Blue, M"."""
        parts = (self.variant.product.title, self.variant.colour, self.variant.size)
        return ", ".join(filter(None, parts))

    @property
    def address(self) -> str:
        """A customer's is the account's, which may have changed since."""
        email: str = self.customer.email if self.customer else self.email
        return email
