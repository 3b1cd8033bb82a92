"""What the shop's forms send. Ranges and stock are the services' to judge."""

import re
from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant
from catalog.selectors import choose

from .models.cart import SOURCE_LENGTH

_SOURCE = re.compile(rf"[a-z][a-z0-9-]{{0,{SOURCE_LENGTH - 1}}}")
_NO_SKU = _("Choose what to add.")
_NO_SIZE = _("Choose a size first.")
_NO_NUMBER = _("Write the quantity as a whole number.")
_NOT_SOLD = _("This product is not sold any more.")
_NO_PRODUCT = _("Choose a product.")


class LineForm(forms.Form):
    """A line of a cart, by SKU."""

    sku = forms.CharField(error_messages={"required": _NO_SKU})


class ChangeForm(LineForm):
    """`step` is added to the quantity: what the buttons beside the field send."""

    quantity = forms.IntegerField(error_messages={"invalid": _NO_NUMBER, "required": _NO_NUMBER})
    step = forms.IntegerField(required=False, error_messages={"invalid": _NO_NUMBER})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        step = cleaned.pop("step", None)
        if step and "quantity" in cleaned:
            cleaned["quantity"] += step
        return cleaned


class AddForm(forms.Form):
    """A variant by its SKU, or by product, colour and size; `sku` is filled in from these.

    `next` is a page of this shop to return to; anything else becomes the cart page. `source` names the list
    that it is added from.
    """

    sku = forms.CharField(required=False)
    product = forms.CharField(required=False)
    colour = forms.CharField(required=False)
    size = forms.CharField(required=False)
    quantity = forms.IntegerField(required=False, error_messages={"invalid": _NO_NUMBER})
    next = forms.CharField(required=False)
    source = forms.CharField(required=False)

    def clean_source(self) -> str:
        """The name of a list; whatever cannot be one is none."""
        source: str = self.cleaned_data["source"]
        return source if _SOURCE.fullmatch(source) else ""

    def clean_quantity(self) -> int:
        quantity: int | None = self.cleaned_data["quantity"]
        return 1 if quantity is None else quantity

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("sku"):
            if not cleaned.get("product"):
                raise forms.ValidationError(_NO_SKU)
            cleaned["sku"] = _chosen_sku(
                **{name: cleaned.get(name, "") for name in ("product", "colour", "size")}
            )
        return cleaned


class WishForm(forms.Form):
    """`wanted` tells whether the product is to be on the list; without it, it is to be off."""

    product = forms.IntegerField(
        min_value=1,
        max_value=2**63 - 1,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _NO_PRODUCT),
    )
    wanted = forms.BooleanField(required=False)
    next = forms.CharField(required=False)


def _chosen_sku(*, product: str, colour: str, size: str) -> str:
    variants = list(Variant.objects.filter(product__slug=product, product__is_published=True))
    choice = choose(variants, colour=colour, size=size)
    if not variants or (colour and choice.colour != colour):
        raise forms.ValidationError(_NOT_SOLD)
    if choice.note or not choice.chosen:
        raise forms.ValidationError(choice.note or _NO_SIZE)
    return choice.chosen.sku


def safe_next(path: str, default: str) -> str:
    """`path` if it is a local one, else `default`."""
    is_local = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_local else default
