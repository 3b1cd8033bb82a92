"""A rule's lists before and after, on products of one's choice, with what it costs or gains."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.admin.images import thumbnail
from catalog.models import Product, ProductImage

from ..models import MerchandisingRule
from ..selectors.rule_effect import Lists, RuleEffect, anchors_of, rule_effect
from .encoder_comparison import MOST_SHOWN, Tile

SHOWN = 6
"""Products whose lists are shown; more are measured."""


@dataclass(frozen=True)
class Row:
    title: str
    thumbnail: str
    before: list[Tile]
    after: list[Tile]


def preview_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """A POST switches the rule on or off."""
    rule = get_object_or_404(MerchandisingRule, pk=pk)
    if not model_admin.has_view_permission(request, rule):
        raise PermissionDenied
    if request.method == "POST":
        if not model_admin.has_change_permission(request, rule):
            raise PermissionDenied
        model_admin.switch(request, [rule], is_on=request.POST.get("is_on") == "1")
        return HttpResponseRedirect(request.get_full_path())
    skus = request.GET.get("skus", "").replace("\x00", "")
    effect = rule_effect(rule=rule, anchors=_anchors(skus, rule), now=timezone.now())
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Before and after"),
        "opts": model_admin.opts,
        "rule": rule,
        "summary": model_admin.summary(rule),
        "skus": skus,
        "effect": effect,
        "rows": _rows(effect),
        "may_change": model_admin.has_change_permission(request, rule),
    }
    return TemplateResponse(request, "admin/recommendations/rule_preview.html", context)


def _anchors(skus: str, rule: MerchandisingRule) -> list[Product]:
    asked = [text.strip() for text in skus.split(",") if text.strip()][:MOST_SHOWN]
    if asked:
        return list(Product.objects.filter(variants__sku__in=asked).distinct().order_by("pk"))
    return anchors_of(rule)


def _rows(effect: RuleEffect) -> list[Row]:
    """What changes first."""
    lists = sorted(effect.lists, key=lambda one: not one.is_changed)[:SHOWN]
    ids = {pk for one in lists for pk in (one.anchor.pk, *one.before, *one.after)}
    firsts = ProductImage.objects.filter(product__in=ids).order_by("product_id", "position", "pk")
    images = {image.product_id: image for image in firsts.select_related("product").distinct("product_id")}
    return [_row(one, images) for one in lists]


def _row(lists: Lists, images: dict[int, ProductImage]) -> Row:
    own = images.get(lists.anchor.pk)
    return Row(
        lists.anchor.title,
        thumbnail(own) if own else "",
        _tiles(lists.before, lists.after, images),
        _tiles(lists.after, lists.before, images),
    )


def _tiles(found: list[int], others: list[int], images: dict[int, ProductImage]) -> list[Tile]:
    return [
        Tile(
            image.product.title,
            image.product.get_absolute_url(),
            thumbnail(image),
            is_shared=others[place : place + 1] == [pk],
        )
        for place, pk in enumerate(found)
        if (image := images.get(pk))
    ]
