"""A rule as it is typed in; what makes no sense is said in a sentence before it is saved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import RuleKind

CONDITIONS = (
    *("brand", "category", "newer_than_days", "stock_from", "stock_to"),
    *("margin_from", "margin_to"),
)


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The admin names the fields."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        check = {RuleKind.PIN: _check_pin, RuleKind.HIDE: _check_hide, RuleKind.BOOST: _check_boost}
        if (kind := cleaned.get("kind")) in check:
            check[kind](cleaned)
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            raise ValidationError({"ends_on": _("It would end before it begins.")})
        return cleaned


def _check_pin(cleaned: dict[str, Any]) -> None:
    if not cleaned.get("product"):
        raise ValidationError({"product": _("Choose the product to pin.")})
    if bool(cleaned.get("for_product")) == bool(cleaned.get("for_category")):
        raise ValidationError(
            {
                "for_product": _(
                    "Choose beside what it is pinned: one product, or the products of one category."
                )
            }
        )
    if cleaned["product"] == cleaned.get("for_product"):
        raise ValidationError({"for_product": _("A product cannot be pinned to itself. Choose another one.")})
    _check_nothing_else(cleaned, ("product", "for_product", "for_category"))


def _check_hide(cleaned: dict[str, Any]) -> None:
    if not cleaned.get("product"):
        raise ValidationError(
            {"product": _("Choose the product to hide: a rule without one would hide everything.")}
        )
    if cleaned["product"] == cleaned.get("for_product"):
        raise ValidationError({"for_product": _("A product is never shown beside itself.")})
    _check_nothing_else(cleaned, ("product", "for_product"))


def _check_boost(cleaned: dict[str, Any]) -> None:
    if not any(cleaned.get(name) not in (None, "") for name in CONDITIONS):
        raise ValidationError(
            {
                "brand": _(
                    "Choose what is moved, by brand, category, newness, stock or margin: all would be none."
                )
            }
        )
    if not cleaned.get("weight"):
        raise ValidationError({"weight": _("With a weight of 0 nothing moves.")})
    low, high = cleaned.get("stock_from"), cleaned.get("stock_to")
    if low is not None and high is not None and low > high:
        raise ValidationError(
            {"stock_to": _("No stock is at least %(low)d and at most %(high)d.") % {"low": low, "high": high}}
        )
    low, high = cleaned.get("margin_from"), cleaned.get("margin_to")
    if low is not None and high is not None and low > high:
        raise ValidationError(
            {
                "margin_to": _("No margin is at least %(low)d and at most %(high)d per cent.")
                % {"low": low, "high": high}
            }
        )
    _check_nothing_else(cleaned, CONDITIONS)


def _check_nothing_else(cleaned: dict[str, Any], used: tuple[str, ...]) -> None:
    for name in ("product", "for_product", "for_category", *CONDITIONS):
        if name not in used and cleaned.get(name) not in (None, ""):
            raise ValidationError({name: _("This kind of rule has no use for it. Leave it empty.")})
