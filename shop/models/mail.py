from django.db import models
from django.utils.translation import gettext_lazy as _

from .order import Order


class MailKind(models.TextChoices):
    PLACED = "placed", _("Order confirmation")
    SHIPPED = "shipped", _("Shipped")
    CANCELLED = "cancelled", _("Cancelled")
    REFUNDED = "refunded", _("Refund")


class OutgoingMail(models.Model):
    """A mail that is owed: written with the change it tells of, sent by a worker after the commit."""

    order = models.ForeignKey(Order, verbose_name=_("order"), on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(_("kind"), max_length=10, choices=MailKind)
    detail = models.CharField(
        _("detail"), max_length=60, blank=True, help_text=_("Such as a refund's amount.")
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "kind", "detail"], name="outgoing_mail_once"),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(due_at__isnull=True),
                name="outgoing_mail_sent_is_not_due",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(due_at__isnull=False), name="mail_due"),
        ]

    def __str__(self) -> str:
        return f"{self.order}: {self.kind}"
