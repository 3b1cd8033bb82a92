from django.db import models
from django.utils.translation import gettext_lazy as _


class PhotoDemand(models.Model):
    """What kind of goods one shopper looked for by photo on one day, and whether nothing close was found.

    Counted once a shopper, type and day; a day with any close find counts as found. `shopper` as in
    Interaction. Of the photo there is nothing here but the type that it was taken for.
    """

    shopper = models.UUIDField(_("shopper"))
    product_type = models.CharField(_("type"), max_length=60)
    nothing_close = models.BooleanField(_("nothing close"))
    day = models.DateField(_("day"))

    class Meta:
        verbose_name = _("demand by photo")
        verbose_name_plural = _("demand by photo")
        constraints = [
            models.UniqueConstraint(
                fields=["shopper", "product_type", "day"], name="photo_demand_counted_once"
            )
        ]
        indexes = [models.Index(fields=["day", "product_type"], name="photo_demand_day_type")]

    def __str__(self) -> str:
        return f"{self.day} {self.product_type}"
