"""What looks like a product."""

from typing import Any

from django import forms
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import TILE, shown
from catalog.api.freshness import revalidated
from catalog.api.queries import check_names, cleaned, parameters
from catalog.api.tiles import TileSerializer, tile
from catalog.models import Product

from ..counting import count_sent
from ..places import Place
from ..presenters.similar_looks import similar_looks
from ..twists import Twist


class SimilarForm(forms.Form):
    size = forms.CharField(required=False, max_length=20, help_text="Only what can be had in this size.")


class SimilarSerializer(serializers.Serializer[dict[str, Any]]):
    """For the schema; the answer is written by hand, as the tiles in it."""

    by_look = serializers.BooleanField(help_text="False where the newest of the category stand in.")
    results = TileSerializer(many=True)


@revalidated
class SimilarView(APIView):
    @extend_schema(
        operation_id="products_similar_list",
        summary="List what looks like a product",
        description="Up to twelve other products in stock: the best first, then a variety, twins only once.",
        tags=["looks"],
        parameters=parameters(SimilarForm),
        responses=SimilarSerializer,
        examples=shown({"by_look": True, "results": [TILE]}),
    )
    def get(self, request: Request, slug: str) -> Response:
        check_names(request, SimilarForm)
        size = cleaned(SimilarForm(request.query_params))["size"]
        try:
            product = Product.objects.with_slug(slug)
        except Product.DoesNotExist as error:
            raise NotFound from error
        looks = similar_looks(product, twist=Twist(size=size))
        if looks.by_look:
            count_sent(request._request, Place.SIMILAR, looks.cards, anchor_id=product.pk)
        tiles = [tile(card, request.build_absolute_uri) for card in looks.cards]
        return Response({"by_look": looks.by_look, "results": tiles})
