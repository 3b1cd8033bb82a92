from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Webhook(models.Model):
    """An address that is told when a picture of the catalogue can be searched for, or cannot.

    Its deliveries are written by a trigger in the transaction that stores the picture's state (see migration
    0008 of `recommendations`), so that none is lost, and sent by a sweep.
    """

    url = models.URLField(_("address"), max_length=500)
    secret = models.CharField(
        _("secret"), max_length=100, help_text=_("What is sent is signed with it; see docs/merchant-api.md.")
    )
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.url


class WebhookDelivery(models.Model):
    """What is owed to a webhook until it is delivered, or given up after `attempts`."""

    webhook = models.ForeignKey(
        Webhook, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="+"
    )
    payload = models.JSONField(_("what"))
    created_at = models.DateTimeField(_("created"), db_default=Now())
    due_at = models.DateTimeField(_("due"), null=True, db_default=Now())
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, db_default=0)
    delivered_at = models.DateTimeField(_("delivered"), null=True)
    error = models.CharField(_("error"), max_length=300, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="webhook_delivery_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.webhook_id}: {self.payload}"
