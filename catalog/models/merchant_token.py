from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MerchantToken(models.Model):
    """By which a system feeds the catalogue in the name of a member of staff, with that one's rights.

    Only the SHA-256 of the token is here; the token itself is shown once.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("in the name of"),
        on_delete=models.CASCADE,
        related_name="merchant_tokens",
    )
    name = models.CharField(_("name"), max_length=100, help_text=_("The system that uses it."))
    digest = models.CharField(_("SHA-256"), max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    class Meta:
        verbose_name = _("merchant token")
        verbose_name_plural = _("merchant tokens")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
