from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.money import Money, default_currency

EVERYWHERE = ""
"""The country of a rate that holds wherever the method has no rate of its own."""


class ShippingMethod(models.Model):
    """A way to deliver, as a shopper chooses it; its rates say where it goes and what it costs."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80)
    min_days = models.PositiveSmallIntegerField(_("days at least"), default=2)
    max_days = models.PositiveSmallIntegerField(_("days at most"), default=4)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("shipping method")
        verbose_name_plural = _("shipping methods")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(min_days__lte=models.F("max_days")), name="shipping_method_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ShippingRate(models.Model):
    """What a method costs in a country once the parcel weighs and its goods come to so much."""

    method = models.ForeignKey(
        ShippingMethod, verbose_name=_("method"), on_delete=models.CASCADE, related_name="rates"
    )
    country_code = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("Two letters; empty: wherever no other rate holds."),
    )
    currency = models.CharField(_("currency"), max_length=3, default=default_currency)
    from_total_minor = models.BigIntegerField(
        _("from a total of"), default=0, help_text=_("Of the goods, in minor units.")
    )
    from_grams = models.PositiveIntegerField(
        _("from a weight of"), default=0, help_text=_("Of the parcel, in grams.")
    )
    price_minor = models.BigIntegerField(_("price"), help_text=_("In minor units: 490 is 4.90."))

    class Meta:
        verbose_name = _("shipping rate")
        verbose_name_plural = _("shipping rates")
        ordering = ["method", "country_code", "currency", "from_grams", "from_total_minor"]
        constraints = [
            models.UniqueConstraint(
                fields=["method", "country_code", "currency", "from_grams", "from_total_minor"],
                name="shipping_rate_unique_step",
            ),
            models.CheckConstraint(
                condition=models.Q(price_minor__gte=0, from_total_minor__gte=0),
                name="shipping_rate_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(country_code__regex=r"^([A-Z]{2})?$"), name="shipping_rate_country_is_iso"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method}: {self.country_code or '*'} {self.price}"

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.currency)


class TaxRate(models.Model):
    """The value added tax that prices include where goods go to; none where a country has no rate."""

    country_code = models.CharField(_("country"), max_length=2, unique=True)
    percent = models.DecimalField(
        _("percent"), max_digits=5, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(99)]
    )

    class Meta:
        verbose_name = _("tax rate")
        verbose_name_plural = _("tax rates")
        ordering = ["country_code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__gte=0, percent__lt=100), name="tax_rate_in_range"
            ),
            models.CheckConstraint(
                condition=models.Q(country_code__regex=r"^[A-Z]{2}$"), name="tax_rate_country_is_iso"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country_code} {self.percent} %"
