"""What a customer looked at, on every device."""

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import TILE, shown
from catalog.api.freshness import private
from catalog.api.queries import check_names

from ...selectors.recently_viewed import products_viewed_by, recently_viewed_cards
from ...services.viewings import forget_viewings, record_viewings
from ..customers import CustomerView, customer_of
from ..recently_viewed import ViewedSerializer
from ..refusals import refusals
from ..wishlist import product_id


@private
class ViewingsView(CustomerView):
    @extend_schema(
        operation_id="account_recently_viewed_list",
        summary="Show what one looked at",
        description="The latest first, without what is not sold any more.",
        tags=["account"],
        responses=ViewedSerializer,
        examples=shown({"results": [TILE]}),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        cards = recently_viewed_cards(product_ids=products_viewed_by(customer=customer_of(request)))
        return Response(ViewedSerializer({"results": cards}, context={"request": request}).data)

    @extend_schema(
        operation_id="account_recently_viewed_destroy",
        summary="Forget what one looked at",
        tags=["account"],
        responses={204: None},
    )
    def delete(self, request: Request) -> Response:
        check_names(request)
        forget_viewings(customer=customer_of(request))
        return Response(status=204)


@private
class ViewingView(CustomerView):
    @extend_schema(
        operation_id="account_recently_viewed_update",
        summary="Note that one looks at a product",
        tags=["account"],
        request=None,
        responses={204: None},
    )
    def put(self, request: Request, slug: str) -> Response:
        check_names(request)
        with refusals():
            number = product_id(slug)
        record_viewings(customer=customer_of(request), viewed={number: timezone.now()})
        return Response(status=204)
