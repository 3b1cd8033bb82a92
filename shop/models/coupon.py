from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.money import default_currency

from ..totals import Reduction


class CouponKind(models.TextChoices):
    PERCENT = "percent", _("Percent off")
    AMOUNT = "amount", _("Amount off")
    FREE_SHIPPING = "free_shipping", _("Free shipping")


class Coupon(models.Model):
    """A code that makes an order cheaper. `uses` counts the orders that hold it, within `max_uses`."""

    code = models.CharField(_("code"), max_length=30, unique=True, help_text=_("In capital letters."))
    kind = models.CharField(_("kind"), max_length=20, choices=CouponKind)
    percent = models.PositiveSmallIntegerField(_("percent"), null=True, blank=True)
    amount_minor = models.BigIntegerField(
        _("amount"), null=True, blank=True, help_text=_("In minor units: 500 is 5.00.")
    )
    currency = models.CharField(_("currency"), max_length=3, default=default_currency)
    minimum_minor = models.BigIntegerField(
        _("minimum"), default=0, help_text=_("What the goods must come to, in minor units.")
    )
    starts_at = models.DateTimeField(_("valid from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("valid until"), null=True, blank=True)
    max_uses = models.PositiveIntegerField(_("uses in all"), null=True, blank=True)
    max_uses_per_customer = models.PositiveIntegerField(_("uses per customer"), null=True, blank=True)
    uses = models.PositiveIntegerField(_("used"), default=0, editable=False)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("coupon")
        verbose_name_plural = _("coupons")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^[A-Z0-9-]+$"), name="coupon_code_plain"),
            models.CheckConstraint(
                condition=models.Q(max_uses__isnull=True) | models.Q(uses__lte=models.F("max_uses")),
                name="coupon_uses_within_limit",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind="percent", percent__gte=1, percent__lte=100, amount_minor__isnull=True
                )
                | models.Q(kind="amount", amount_minor__gt=0, percent__isnull=True)
                | models.Q(kind="free_shipping", amount_minor__isnull=True, percent__isnull=True),
                name="coupon_says_what_it_takes_off",
                violation_error_message=_("Give a percent or an amount, as the kind asks for, and not both."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def reduction(self) -> Reduction:
        return Reduction(
            percent=self.percent or 0,
            amount_minor=self.amount_minor or 0,
            free_shipping=self.kind == CouponKind.FREE_SHIPPING,
        )


class CouponUse(models.Model):
    """Which order holds a coupon; gone again when the order is cancelled.

    `email` is empty where the customer's account was deleted: nobody's uses are counted by it.
    """

    coupon = models.ForeignKey(
        Coupon, verbose_name=_("coupon"), on_delete=models.PROTECT, related_name="order_uses"
    )
    order = models.OneToOneField(
        "shop.Order", verbose_name=_("order"), on_delete=models.CASCADE, related_name="coupon_use"
    )
    email = models.EmailField(_("email"), help_text=_("In small letters, to count the uses of one customer."))

    class Meta:
        verbose_name = _("coupon use")
        verbose_name_plural = _("coupon uses")
        indexes = [models.Index(fields=["coupon", "email"], name="coupon_use_of_customer")]

    def __str__(self) -> str:
        return f"{self.coupon}: {self.order}"
