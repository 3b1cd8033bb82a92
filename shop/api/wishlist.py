"""Wish-lists."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import TILE, shown
from catalog.api.freshness import private
from catalog.api.queries import check_names
from catalog.api.tiles import TileSerializer
from catalog.models import Product

from ..models import WishList
from ..selectors.wishlist import Wishes, wishes_of
from ..services.wishlist import UnknownProduct, remove_wish, save_wish
from .holders import HolderView, holder_of
from .refusals import refusals


class WithdrawnSerializer(serializers.Serializer[Product]):
    slug = serializers.CharField()
    title = serializers.CharField()


class WishesSerializer(serializers.Serializer[Wishes]):
    results = TileSerializer(many=True, source="cards", help_text="The latest wish first.")
    withdrawn = WithdrawnSerializer(many=True, help_text="Wishes that are not sold any more.")


@private
class WishListView(HolderView):
    @extend_schema(
        operation_id="wishlist_list",
        summary="Look at the wish-list",
        tags=["wish-list"],
        responses=WishesSerializer,
        examples=shown({"results": [TILE], "withdrawn": []}),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        wishes = wishes_of(wishlist=_current(request))
        return Response(WishesSerializer(wishes, context={"request": request}).data)


@private
class WishView(HolderView):
    refusals = {"PUT": (422,)}

    @extend_schema(
        operation_id="wishlist_update",
        summary="Put a product on the wish-list",
        description="Once, however often it is put there.",
        tags=["wish-list"],
        request=None,
        responses={204: None},
    )
    def put(self, request: Request, slug: str) -> Response:
        check_names(request)
        with refusals():
            save_wish(wishlist=_current(request), product_id=product_id(slug))
        return Response(status=204)

    @extend_schema(
        operation_id="wishlist_destroy",
        summary="Take a product off the wish-list",
        description="Where it may be no more.",
        tags=["wish-list"],
        responses={204: None},
    )
    def delete(self, request: Request, slug: str) -> Response:
        check_names(request)
        with refusals():
            remove_wish(wishlist=_current(request), product_id=product_id(slug))
        return Response(status=204)


def product_id(slug: str) -> int:
    """Raises UnknownProduct."""
    number = Product.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if number is None:
        raise UnknownProduct
    return number


def _current(request: Request) -> WishList:
    holder = holder_of(request)
    return WishList.objects.held_by(holder).first() or WishList(**holder.fields)
