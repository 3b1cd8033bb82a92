"""What to wear with a product."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import TILE, shown
from catalog.api.freshness import revalidated
from catalog.api.queries import check_names
from catalog.api.tiles import TileSerializer
from catalog.models import Product

from ..counting import count_sent
from ..places import Place
from ..presenters.outfit import outfit_of


class CompanionSerializer(serializers.Serializer[dict[str, Any]]):
    product = TileSerializer()
    why = serializers.CharField(help_text="How it was chosen, for a reader.")


class OutfitSerializer(serializers.Serializer[dict[str, Any]]):
    results = CompanionSerializer(many=True)


@revalidated
class OutfitView(APIView):
    @extend_schema(
        operation_id="products_complete_the_look_list",
        summary="List what to wear with a product",
        description="Other things in stock, never two of a type: bought together, else by colour and style.",
        tags=["looks"],
        responses=OutfitSerializer,
        examples=shown({"results": [{"product": TILE, "why": "Bought together"}]}),
    )
    def get(self, request: Request, slug: str) -> Response:
        check_names(request)
        product = get_object_or_404(Product, slug=slug)
        outfit = outfit_of(product)
        count_sent(request._request, Place.OUTFIT, outfit.cards, anchor_id=product.pk)
        results = [{"product": card, "why": outfit.notes[card.product_id]} for card in outfit.cards]
        return Response(OutfitSerializer({"results": results}, context={"request": request}).data)
