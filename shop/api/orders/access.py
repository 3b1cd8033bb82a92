"""Whose order it is: its customer's, and whoever's shows its own token."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import NotFound
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from ...models import Order
from ...selectors.orders import OrderPage, order_page
from ..customers import CustomerAuthentication

HEADER = "Order-Token"


@dataclass(frozen=True)
class OrderToken:
    """As it was shown, good for anything or not."""

    text: str


class OrderTokenAuthentication(BaseAuthentication):
    """`request.auth` is the OrderToken; which order it opens is asked when one is looked for."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, OrderToken] | None:
        token = request.headers.get(HEADER)
        return (AnonymousUser(), OrderToken(token)) if token else None

    def authenticate_header(self, request: Request) -> str:
        return HEADER


class OrderTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "shop.api.orders.access.OrderTokenAuthentication"
    name = "orderToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": HEADER,
            "description": "The `token` that the order was answered with. It opens that order alone.",
        }


class MaySeeOrders(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user.is_authenticated) or isinstance(request.auth, OrderToken)


class OrderAccessView(APIView):
    """Of one order. A customer who shows an order's token sees that order, too."""

    authentication_classes = [CustomerAuthentication, OrderTokenAuthentication]
    permission_classes = [MaySeeOrders]


def order_of(request: Request, number: str) -> OrderPage:
    """Raises NotFound, also for somebody else's."""
    page = order_page(number=number, token=request.headers.get(HEADER, ""))
    if page is None and request.user.is_authenticated:
        own = Order.objects.filter(number=number, customer=request.user.pk).first()
        page = order_page(number=number, token=own.token) if own else None
    if page is None:
        raise NotFound
    return page
