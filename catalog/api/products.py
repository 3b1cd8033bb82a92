"""Lists of products."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ..cards import product_cards
from ..product_list import product_list
from .cursors import cursor_of, next_url
from .examples import TILE, shown
from .forms import ListForm, ScopeForm
from .freshness import revalidated
from .keyset import Keyset
from .queries import check_names, cleaned, parameters
from .scope import SearchSerializer, scope_of
from .tiles import TileSerializer


class ProductsSerializer(serializers.Serializer[dict[str, Any]]):
    results = TileSerializer(many=True)
    next = serializers.URLField(allow_null=True, help_text="What follows; null at the end.")
    search = SearchSerializer(allow_null=True, help_text="Null without `q`.")


@revalidated
class ProductsView(APIView):
    @extend_schema(
        operation_id="products_list",
        summary="List, filter and search products",
        description="Sold-out products come last. Follow `next` until it is null.",
        tags=["catalogue"],
        parameters=parameters(ScopeForm, ListForm),
        responses=ProductsSerializer,
        examples=shown({"results": [TILE], "next": None, "search": None}),
    )
    def get(self, request: Request) -> Response:
        check_names(request, ScopeForm, ListForm)
        scope = scope_of(request)
        found = product_list(
            form_class=ListForm,
            data=request.query_params,
            scope=scope.products,
            choices=scope.choices(request.query_params),
            sorts=scope.sorts,
            text=scope.text,
        )
        asked = cleaned(found.form)
        rows = Keyset(found.products.only("pk"))
        products, position = rows.page(size=found.form.page_size, after=cursor_of(request))
        cards = product_cards((product.pk for product in products), colours=found.colours)
        context = {"request": request}
        return Response(
            {
                "results": TileSerializer(cards, many=True, context=context, only=asked["only"]).data,
                "next": next_url(request, position),
                "search": SearchSerializer(scope.search).data if scope.search else None,
            }
        )
