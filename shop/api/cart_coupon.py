"""The coupon on a cart."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import MONEY, shown
from catalog.api.freshness import private
from catalog.api.queries import check_names

from ..services.coupons import apply_coupon, remove_coupon
from .bodies import read
from .cart import CART, CartSerializer, cart_answer, current_cart
from .holders import HolderView
from .refusals import refusals


class CouponCodeSerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField(max_length=30, help_text="However its letters are written.")


_COUPON = {"code": "SPRING", "discount": MONEY, "free_shipping": False, "total": MONEY, "problem": ""}


@private
class CartCouponView(HolderView):
    refusals = {"PUT": (422,)}

    @extend_schema(
        operation_id="cart_coupon_update",
        summary="Put a coupon on the cart",
        description=(
            "In place of another. Whether it holds is judged again when the order is placed. Answers with "
            "the whole cart."
        ),
        tags=["cart"],
        request=CouponCodeSerializer,
        responses=CartSerializer,
        examples=shown({**CART, "coupon": _COUPON}),
    )
    def put(self, request: Request) -> Response:
        check_names(request)
        code = read(CouponCodeSerializer, request)["code"]
        with refusals():
            apply_coupon(cart=current_cart(request), code=code, now=timezone.now())
        return cart_answer(request)

    @extend_schema(
        operation_id="cart_coupon_destroy",
        summary="Take the coupon off the cart",
        description="Where there may be none. Answers with the whole cart.",
        tags=["cart"],
        responses={200: CartSerializer},
        examples=shown(CART),
    )
    def delete(self, request: Request) -> Response:
        check_names(request)
        remove_coupon(cart=current_cart(request))
        return cart_answer(request)
