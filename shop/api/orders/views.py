"""Placing orders, and looking at them."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.cursors import cursor_of, next_url
from catalog.api.examples import shown
from catalog.api.freshness import private
from catalog.api.keyset import Keyset
from catalog.api.queries import PageForm, check_names, cleaned, parameters

from ... import enqueue
from ...models import Order, Payment, PaymentState
from ...selectors.account import orders_of
from ...selectors.orders import OrderPage, order_page
from ...services.orders import place_order
from ...services.payments import card_secret, confirm_payment, pay_order
from ...services.reorder import reorder
from ..bodies import read
from ..cart import CART, CartSerializer, current_cart, shown_cart
from ..customers import CustomerView, customer_of
from ..holders import HasHolder, HolderView
from ..refusals import refusals
from .access import OrderAccessView, order_of
from .placing import KEY, NEW_ORDER, NewOrderSerializer, asked_order, key_of
from .serializers import ORDER, SUMMARY, OrderSerializer, OrdersSerializer

_KEY = OpenApiParameter(
    KEY,
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="8 to 200 letters, digits or signs, new for each order and the same when it is sent again.",
)


class PaymentRefused(APIException):
    status_code = 402
    default_code = "payment_refused"
    default_detail = _("The payment was refused. Nothing was charged.")


class ConfirmationSerializer(serializers.Serializer[dict[str, Any]]):
    agreed = serializers.BooleanField()


class CardSerializer(serializers.Serializer[dict[str, Any]]):
    client_secret = serializers.CharField()
    publishable_key = serializers.CharField(help_text="The shop's at Stripe; empty where it takes no cards.")


class ReorderedSerializer(serializers.Serializer[dict[str, Any]]):
    put = serializers.ListField(child=serializers.CharField(), help_text="What is in the cart now.")
    problems = serializers.ListField(child=serializers.CharField(), help_text="What could not be had.")
    cart = CartSerializer()


@private
class OrdersView(HolderView):
    refusals = {"GET": (403,), "POST": (402, 422)}
    throttle_scopes = {"POST": "checkout"}

    def get_permissions(self) -> list[BasePermission]:
        return [IsAuthenticated()] if self.request.method == "GET" else [HasHolder()]

    @extend_schema(
        operation_id="orders_list",
        summary="List one's orders",
        description="A customer's; a guest has none but by their tokens. Follow `next` until it is null.",
        tags=["orders"],
        parameters=parameters(PageForm),
        responses=OrdersSerializer,
        examples=shown({"results": [SUMMARY], "next": None}),
    )
    def get(self, request: Request) -> Response:
        check_names(request, PageForm)
        form = PageForm(request.query_params)
        cleaned(form)
        listed = Keyset(orders_of(customer=customer_of(request)))
        orders, position = listed.page(size=form.page_size, after=cursor_of(request))
        return Response(OrdersSerializer({"results": orders, "next": next_url(request, position)}).data)

    @extend_schema(
        operation_id="orders_create",
        summary="Order what is in the cart",
        description=(
            "The cart is emptied and the goods are taken from stock. The same key and body have the same "
            "answer, however often they are sent; another body is refused with 422. A payment that is "
            "refused: 402, and the cart is as it was; try again with another key. Where `payment.state` is "
            "`needs_confirmation`, the shopper has to agree."
        ),
        tags=["orders"],
        parameters=[_KEY],
        request=NewOrderSerializer,
        responses={201: OrderSerializer},
        examples=[*shown(ORDER, 201), OpenApiExample("by invoice", value=NEW_ORDER, request_only=True)],
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        key, cart = key_of(request), current_cart(request)
        asked = asked_order(request, cart)
        customer = request.user if isinstance(request.user, User) else None
        with refusals():
            order = place_order(cart=cart, request=asked, key=key, now=timezone.now(), customer=customer)
        payment = pay_order(order=order)
        enqueue.mails()
        _check(payment)
        return _answer(request, _fresh(order), status=201)


@private
class OrderView(OrderAccessView):
    @extend_schema(
        operation_id="orders_retrieve",
        summary="Look at an order",
        description="One's own, or the one whose token is shown. Somebody else's is not there.",
        tags=["orders"],
        responses=OrderSerializer,
        examples=shown(ORDER),
    )
    def get(self, request: Request, number: str) -> Response:
        check_names(request)
        return _answer(request, order_of(request, number))


@private
class ConfirmationView(OrderAccessView):
    refusals = {"POST": (402,)}

    @extend_schema(
        operation_id="orders_confirmation_create",
        summary="Answer where a payment asks for confirmation",
        description=(
            "`false` calls the payment off and puts the goods back into the cart: 402. Where nothing is "
            "asked, the order is answered as it is."
        ),
        tags=["orders"],
        request=ConfirmationSerializer,
        responses=OrderSerializer,
        examples=shown(ORDER),
    )
    def post(self, request: Request, number: str) -> Response:
        check_names(request)
        order = order_of(request, number).order
        payment = confirm_payment(order=order, agreed=read(ConfirmationSerializer, request)["agreed"])
        enqueue.mails()
        _check(payment)
        return _answer(request, _fresh(order))


@private
class CardView(OrderAccessView):
    @extend_schema(
        operation_id="orders_card_create",
        summary="Pay by card",
        description=(
            "What Stripe's own components in the app pay with, where `payment.state` is "
            "`needs_confirmation`; `client_secret` is empty where there is nothing to pay. Afterwards `true` "
            "goes to `POST /orders/{number}/confirmation/`."
        ),
        tags=["orders"],
        request=None,
        responses=CardSerializer,
        examples=shown({"client_secret": "pi_3Q_secret_8dWk0r9iZQ", "publishable_key": "pk_live_51H"}),
    )
    def post(self, request: Request, number: str) -> Response:
        check_names(request)
        with refusals():
            secret = card_secret(order=order_of(request, number).order)
        key: str = settings.STRIPE_PUBLISHABLE_KEY
        return Response({"client_secret": secret, "publishable_key": key})


@private
class ReorderView(CustomerView):
    @extend_schema(
        operation_id="orders_reorder_create",
        summary="Order the same again",
        description="Puts into the cart what can be had of it, at today's prices.",
        tags=["orders"],
        request=None,
        responses=ReorderedSerializer,
        examples=shown({"put": ["Linen shirt"], "problems": [], "cart": CART}),
    )
    def post(self, request: Request, number: str) -> Response:
        check_names(request)
        order = Order.objects.filter(number=number, customer=customer_of(request)).first()
        if order is None:
            raise NotFound
        done = reorder(order=order, cart=current_cart(request))
        return Response({"put": done.put, "problems": done.problems, "cart": shown_cart(request)})


def _check(payment: Payment) -> None:
    """Raises PaymentRefused."""
    if payment.state in (PaymentState.FAILED, PaymentState.CANCELLED):
        raise PaymentRefused(payment.message or None)


def _fresh(order: Order) -> OrderPage:
    page = order_page(number=order.number, token=order.token)
    if page is None:
        raise NotFound
    return page


def _answer(request: Request, page: OrderPage, status: int = 200) -> Response:
    return Response(OrderSerializer(page, context={"request": request}).data, status=status)
