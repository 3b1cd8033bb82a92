"""Carts and their lines."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import IMAGE, MONEY, shown
from catalog.api.freshness import private
from catalog.api.queries import check_names
from catalog.api.tiles import AbsoluteUrlField, ImageSerializer, MoneySerializer

from ..guest_tokens import new_token
from ..models import MAX_QUANTITY, SOURCE_LENGTH, Cart
from ..selectors.cart import ContentLine, LineState, cart_contents
from ..selectors.cart_coupon import CartCoupon, cart_coupon
from ..services.cart import add_to_cart, change_quantity, remove_line
from .bodies import read
from .holders import HolderView, holder_of
from .refusals import refusals


class CartLineSerializer(serializers.Serializer[ContentLine]):
    sku = serializers.CharField()
    title = serializers.CharField()
    choice = serializers.CharField(help_text="Colour and size: “Blue, M”.")
    url = AbsoluteUrlField(help_text="The product's page.")
    image = ImageSerializer(allow_null=True)
    price = MoneySerializer()
    price_before = MoneySerializer(allow_null=True, help_text="When it was put in, if it has changed since.")
    quantity = serializers.IntegerField()
    counted = serializers.IntegerField(help_text="So many can be had now, and make up the total.")
    state = serializers.ChoiceField(choices=[state.value for state in LineState])
    total = MoneySerializer()


class CartCouponSerializer(serializers.Serializer[CartCoupon]):
    code = serializers.CharField()
    discount = MoneySerializer(help_text="What it takes off now.")
    free_shipping = serializers.BooleanField()
    total = MoneySerializer(help_text="Of the goods, less the discount; delivery not counted.")
    problem = serializers.CharField(help_text="Why it does not hold for the cart as it is; empty if it does.")


class CartSerializer(serializers.Serializer[dict[str, Any]]):
    items = serializers.IntegerField(source="contents.items", help_text="The sum of all quantities.")
    totals = MoneySerializer(
        source="contents.totals", many=True, help_text="Of what can be had now, one a currency."
    )
    coupon = CartCouponSerializer(allow_null=True)
    lines = CartLineSerializer(source="contents.lines", many=True)


class NewCartSerializer(serializers.Serializer[dict[str, Any]]):
    token = serializers.CharField(help_text="For the header `Guest-Token`; it cannot be shown again.")


class QuantitySerializer(serializers.Serializer[dict[str, Any]]):
    quantity = serializers.IntegerField(min_value=1, max_value=MAX_QUANTITY)


class NewLineSerializer(QuantitySerializer):
    sku = serializers.CharField(max_length=64)
    source = serializers.RegexField(  # type: ignore[assignment] # DRF has an attribute of this name
        r"^[a-z][a-z0-9-]*$",
        required=False,
        max_length=SOURCE_LENGTH,
        help_text="The list that it was added from: similar, photo-search, wear-it-with or for-you.",
    )


_LINE = {
    "sku": "SHIRT-BLUE-M",
    "title": "Linen shirt",
    "choice": "Blue, M",
    "url": "https://shop.example/p/linen-shirt/",
    "image": IMAGE,
    "price": MONEY,
    "price_before": None,
    "quantity": 1,
    "counted": 1,
    "state": "available",
    "total": MONEY,
}
CART = {"items": 1, "totals": [MONEY], "coupon": None, "lines": [_LINE]}
_TWO = OpenApiExample("two of them", value={"sku": "SHIRT-BLUE-M", "quantity": 2}, request_only=True)


@private
class CartsView(APIView):
    @extend_schema(
        operation_id="carts_create",
        summary="Become a guest with a cart",
        description="Gives a token. Nothing is stored before something is put into the cart.",
        tags=["cart"],
        request=None,
        responses={201: NewCartSerializer},
        examples=shown({"token": "t0yN3…:kQ9…"}, 201),
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        return Response({"token": new_token()}, status=201)


@private
class CartView(HolderView):
    @extend_schema(
        operation_id="cart_retrieve",
        summary="Look into the cart",
        description="At today's prices and stock.",
        tags=["cart"],
        responses=CartSerializer,
        examples=shown(CART),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        return cart_answer(request)


@private
class CartLinesView(HolderView):
    refusals = {"POST": (422,)}

    @extend_schema(
        operation_id="cart_lines_create",
        summary="Put something into the cart",
        description="Adds to what is there of the same variant. Answers with the whole cart.",
        tags=["cart"],
        request=NewLineSerializer,
        responses={201: CartSerializer},
        examples=[*shown(CART, 201), _TWO],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        sent = read(NewLineSerializer, request)
        with refusals():
            add_to_cart(cart=current_cart(request), **sent)
        return cart_answer(request, status=201)


@private
class CartLineView(HolderView):
    refusals = {"PATCH": (422,)}

    @extend_schema(
        operation_id="cart_lines_partial_update",
        summary="Change a quantity",
        description="Answers with the whole cart.",
        tags=["cart"],
        request=QuantitySerializer,
        responses=CartSerializer,
        examples=shown(CART),
    )
    def patch(self, request: Request, sku: str) -> Response:
        check_names(request)
        sent = read(QuantitySerializer, request)
        with refusals():
            change_quantity(cart=current_cart(request), sku=sku, **sent)
        return cart_answer(request)

    @extend_schema(
        operation_id="cart_lines_destroy",
        summary="Take a line out of the cart",
        description="Answers with the whole cart.",
        tags=["cart"],
        responses={200: CartSerializer},
        examples=shown(CART),
    )
    def delete(self, request: Request, sku: str) -> Response:
        check_names(request)
        with refusals():
            remove_line(cart=current_cart(request), sku=sku)
        return cart_answer(request)


def current_cart(request: Request) -> Cart:
    holder = holder_of(request)
    return Cart.objects.held_by(holder).first() or Cart(**holder.fields)


def cart_answer(request: Request, status: int = 200) -> Response:
    return Response(shown_cart(request), status=status)


def shown_cart(request: Request) -> dict[str, Any]:
    """What every change of a cart is answered with."""
    cart = current_cart(request)
    contents = cart_contents(cart=cart)
    coupon = cart_coupon(cart=cart, now=timezone.now())
    return CartSerializer({"contents": contents, "coupon": coupon}, context={"request": request}).data
