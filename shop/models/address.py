from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..addresses import PostalAddress

MAX_ADDRESSES = 20
_PARTS = tuple(PostalAddress.__dataclass_fields__)


class Address(models.Model):
    """Where a customer has goods sent to; as `shop.addresses.normalized` wrote it."""

    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("customer"),
        on_delete=models.CASCADE,
        related_name="addresses",
    )
    name = models.CharField(_("full name"), max_length=120)
    company_name = models.CharField(_("company"), max_length=120, blank=True)
    street_address = models.CharField(_("street and number"), max_length=200)
    street_address_2 = models.CharField(_("flat, floor or other"), max_length=200, blank=True)
    city_area = models.CharField(_("district"), max_length=120, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    country_area = models.CharField(_("province or state"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    country_code = models.CharField(_("country"), max_length=2)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    is_default = models.BooleanField(_("used first"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["-is_default", "-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=models.Q(is_default=True), name="address_one_default"
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(self.postal.lines())

    @property
    def postal(self) -> PostalAddress:
        """Without what belongs to this shop: to be checked, printed or copied to an order."""
        return PostalAddress(**{part: getattr(self, part) for part in _PARTS})

    def take(self, postal: PostalAddress) -> Self:
        """Become `postal`, unsaved; returns itself."""
        for part in _PARTS:
            setattr(self, part, getattr(postal, part))
        return self
