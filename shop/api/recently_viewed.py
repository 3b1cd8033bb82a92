"""What was looked at. An app remembers that itself, as a guest's browser does: nothing is stored here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import TILE, shown
from catalog.api.freshness import revalidated
from catalog.api.queries import TextsField, check_names, cleaned, parameters
from catalog.api.tiles import TileSerializer
from catalog.models import Product

from ..recently_viewed_cookie import MOST
from ..selectors.recently_viewed import recently_viewed_cards


class ViewedForm(forms.Form):
    slug = TextsField(max_length=220, help_text=f"The products' slugs, the latest first; {MOST} at most.")

    def clean_slug(self) -> list[str]:
        slugs: list[str] = self.cleaned_data["slug"]
        if len(slugs) > MOST:
            raise ValidationError(
                _("Name %(most)d products at most."), code="too_many", params={"most": MOST}
            )
        return slugs


class ViewedSerializer(serializers.Serializer[dict[str, Any]]):
    results = TileSerializer(many=True)


@revalidated
class RecentlyViewedView(APIView):
    @extend_schema(
        operation_id="recently_viewed_list",
        summary="Show products that were looked at",
        description="In the order of the slugs, without what is not sold any more. Nothing is stored.",
        tags=["catalogue"],
        parameters=parameters(ViewedForm),
        responses=ViewedSerializer,
        examples=shown({"results": [TILE]}),
    )
    def get(self, request: Request) -> Response:
        check_names(request, ViewedForm)
        slugs = cleaned(ViewedForm(request.query_params))["slug"]
        ids = dict(Product.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        cards = recently_viewed_cards(product_ids=[ids[slug] for slug in dict.fromkeys(slugs) if slug in ids])
        return Response(ViewedSerializer({"results": cards}, context={"request": request}).data)
