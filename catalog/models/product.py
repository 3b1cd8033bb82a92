from functools import cache

from django.db import models
from django.db.models import Func
from django.db.models.lookups import Exact
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import ProductQuerySet
from ..weights import usual_grams
from .brand import Brand
from .category import Category

INVENTED = "invented"
"""The attribute that lists the facts ("price", "size", "stock") that were made up for want of better ones."""


class Gender(models.TextChoices):
    WOMEN = "women", _("Women")
    MEN = "men", _("Men")
    GIRLS = "girls", _("Girls")
    BOYS = "boys", _("Boys")
    UNISEX = "unisex", _("Unisex")


class Product(models.Model):
    """A style: what a tile shows. Its variants are what is put into a cart."""

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=220, unique=True)
    description = models.TextField(_("description"), blank=True)
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="products"
    )
    brand = models.ForeignKey(
        Brand,
        verbose_name=_("brand"),
        on_delete=models.PROTECT,
        related_name="products",
        null=True,
        blank=True,
    )
    product_type = models.CharField(
        _("type"), max_length=60, db_index=True, help_text=_("What it is, in one word: Shirt.")
    )
    weight_grams = models.PositiveIntegerField(
        _("weight"),
        null=True,
        blank=True,
        help_text=_("Of one piece, packed, in grams. Empty: what its type usually weighs."),
    )
    gender = models.CharField(_("for"), max_length=10, choices=Gender, default=Gender.UNISEX)
    attributes = models.JSONField(_("attributes"), default=dict, blank=True)
    is_published = models.BooleanField(_("published"), default=True)
    external_id = models.CharField(
        _("external id"),
        max_length=100,
        unique=True,
        null=True,
        blank=True,
        help_text=_("The id in the file or system that the product comes from."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="product_newest"),
            models.Index(fields=["category", "-created_at", "-id"], name="product_newest_in_category"),
            models.Index(fields=["updated_at"], name="product_updated"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(gender__in=Gender.values), name="product_gender_known"),
            models.CheckConstraint(
                condition=Exact(
                    Func("attributes", function="jsonb_typeof", output_field=models.CharField()),
                    models.Value("object"),
                ),
                name="product_attributes_are_an_object",
                violation_error_message=_('Attributes are names with values: {"Fabric": "Linen"}.'),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return product_url(self.slug)

    @property
    def grams(self) -> int:
        """For parcels: of one piece."""
        return usual_grams(self.product_type) if self.weight_grams is None else self.weight_grams


def product_url(slug: str) -> str:
    """The address of the product's page."""
    before, after = _around_slug(get_script_prefix())
    return f"{before}{slug}{after}"


@cache
def _around_slug(script_prefix: str) -> tuple[str, str]:
    # A list's tiles differ in their slugs alone.
    before, _slug, after = reverse("catalog:product", args=["slug"]).rpartition("slug")
    return before, after
