from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Brand, Category, Product

from ..querysets import RuleQuerySet

MOST_WEIGHT = 0.3
LAST_POSITION = 12
MOST_MARGIN = 100


class RuleKind(models.TextChoices):
    PIN = "pin", _("Pin: always show a product")
    HIDE = "hide", _("Hide: never show a product")
    BOOST = "boost", _("Boost or bury: move products up or down")


class MerchandisingRule(models.Model):
    """What the merchant asks of lists of similar products; hides and boosts hold for photo searches, too.

    A pin puts `product` at `position` among what is like `for_product`, or like any product of `for_category`
    and below. A hide keeps `product` out, from what is like `for_product` or from everywhere. A boost moves
    whatever meets all of its conditions by `weight`, as much as similarity from 0 to 1 would. What is sold
    out or unpublished is never shown, pinned or not.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=RuleKind)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("What it is for."))
    is_on = models.BooleanField(
        _("on"), default=False, help_text=_("Save it switched off, look at its preview, then switch it on.")
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("This day included."))
    product = models.ForeignKey(
        Product,
        verbose_name=_("product to pin or hide"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
    )
    for_product = models.ForeignKey(
        Product,
        verbose_name=_("beside this product"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Empty for a hide: everywhere."),
    )
    for_category = models.ForeignKey(
        Category,
        verbose_name=_("beside products of this category"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("With those below it. For pins."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_POSITION)],
        help_text=_("Of a pin: 1 is the first place."),
    )
    brand = models.ForeignKey(
        Brand, verbose_name=_("brand"), on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
    )
    newer_than_days = models.PositiveIntegerField(_("newer than so many days"), null=True, blank=True)
    stock_from = models.PositiveIntegerField(_("stock of at least"), null=True, blank=True)
    stock_to = models.PositiveIntegerField(_("stock of at most"), null=True, blank=True)
    margin_from = models.SmallIntegerField(
        _("margin of at least"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-MOST_MARGIN), MaxValueValidator(MOST_MARGIN)],
        help_text=_("In per cent of the price: 40. What has no cost is left where it is."),
    )
    margin_to = models.SmallIntegerField(
        _("margin of at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-MOST_MARGIN), MaxValueValidator(MOST_MARGIN)],
    )
    weight = models.FloatField(
        _("weight of the rule"),
        default=0.0,
        validators=[MinValueValidator(-MOST_WEIGHT), MaxValueValidator(MOST_WEIGHT)],
        help_text=_("From −0.3 (bury) to 0.3 (boost); 0.05 is a nudge."),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["-is_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="pin")
                | Q(product__isnull=False, position__gte=1)
                & (Q(for_product__isnull=False) ^ Q(for_category__isnull=False)),
                name="rule_pin_is_of_a_product_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(kind="hide") | Q(product__isnull=False, for_category__isnull=True),
                name="rule_hide_is_of_a_product",
            ),
            models.CheckConstraint(
                condition=Q(product__isnull=True)
                | Q(for_product__isnull=True)
                | ~Q(product=F("for_product")),
                name="rule_is_not_of_a_product_to_itself",
            ),
            models.CheckConstraint(
                condition=~Q(kind="boost")
                | Q(product__isnull=True, weight__gte=-MOST_WEIGHT, weight__lte=MOST_WEIGHT) & ~Q(weight=0),
                name="rule_boost_has_a_weight",
            ),
            models.CheckConstraint(
                condition=~Q(kind="boost")
                | Q(brand__isnull=False)
                | Q(category__isnull=False)
                | Q(newer_than_days__isnull=False)
                | Q(stock_from__isnull=False)
                | Q(stock_to__isnull=False)
                | Q(margin_from__isnull=False)
                | Q(margin_to__isnull=False),
                name="rule_boost_has_a_condition",
            ),
        ]

    def __str__(self) -> str:
        what = self.product or self.note or self.brand or self.category or ""
        return f"{RuleKind(self.kind).name.title()} {what}".strip() if self.kind else ""

    def holds_on(self, day: date) -> bool:
        """Whether its dates include the day."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )
