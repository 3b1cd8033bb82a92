from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Product


class InteractionKind(models.TextChoices):
    SHOWN = "shown", _("Shown")
    CLICKED = "clicked", _("Clicked")
    ADDED = "added", _("Added to a cart")
    BOUGHT = "bought", _("Bought")


class Interaction(models.Model):
    """What one shopper did with one product, counted once a day for each place it was done in.

    `shopper` is a digest that leads back to nobody (`recommendations.shoppers`). `place` is a
    `places.Place`, empty for what was added or bought without one. `position` counts from 1 in the list that
    was shown; `anchor` is the product that the list was about, if it was about one. Both are copied from the
    latest showing to what came of it, and empty where there was none under the same key.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=InteractionKind)
    place = models.CharField(_("place"), max_length=30, blank=True)
    shopper = models.UUIDField(_("shopper"))
    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="interactions"
    )
    anchor = models.ForeignKey(
        Product, verbose_name=_("list of"), on_delete=models.CASCADE, null=True, related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("position"), null=True)
    at = models.DateTimeField(_("time"))
    day = models.DateField(_("day"), help_text=_("In the shop's time zone."))

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        constraints = [
            # Begins with the shopper, so that it finds one's history, too.
            models.UniqueConstraint(
                fields=["shopper", "place", "product", "kind", "day", "anchor"],
                nulls_distinct=False,
                name="interaction_counted_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=InteractionKind.values), name="interaction_kind_is_known"
            ),
        ]
        indexes = [models.Index(fields=["day", "place", "kind"], name="interaction_day_place_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.product_id} ({self.place})"
