"""A customer's addresses."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import shown
from catalog.api.freshness import private
from catalog.api.queries import check_names

from ...addresses import InvalidAddress, PostalAddress, normalized
from ...models import Address
from ...services.addresses import add_address, change_address, remove_address, use_first
from ..bodies import read
from ..customers import CustomerView, customer_of
from ..orders.addresses import ADDRESS, PostalAddressSerializer
from ..refusals import refusals


class AddressSerializer(PostalAddressSerializer):
    phone = serializers.CharField(max_length=30, required=False, allow_blank=True)


class KeptAddressSerializer(AddressSerializer):
    id = serializers.IntegerField()
    is_first = serializers.BooleanField(source="is_default", help_text="Whether the checkout begins with it.")


class AddressesSerializer(serializers.Serializer[dict[str, Any]]):
    results = KeptAddressSerializer(many=True, help_text="The one that is used first, first.")


_KEPT = {**ADDRESS, "phone": "", "id": 7, "is_first": True}


@private
class AddressesView(CustomerView):
    refusals = {"POST": (422,)}

    @extend_schema(
        operation_id="account_addresses_list",
        summary="List one's addresses",
        tags=["account"],
        responses=AddressesSerializer,
        examples=shown({"results": [_KEPT]}),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        addresses = Address.objects.filter(customer=customer_of(request))
        return Response(AddressesSerializer({"results": addresses}).data)

    @extend_schema(
        operation_id="account_addresses_create",
        summary="Keep an address",
        description="Written as its country writes it. The first one is used first.",
        tags=["account"],
        request=AddressSerializer,
        responses={201: KeptAddressSerializer},
        examples=shown(_KEPT, 201),
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        postal, phone = _asked(request)
        with refusals():
            address = add_address(customer=customer_of(request), postal=postal, phone=phone)
        return Response(KeptAddressSerializer(address).data, status=201)


@private
class AddressView(CustomerView):
    @extend_schema(
        operation_id="account_addresses_update",
        summary="Change an address",
        description="Orders keep what they were sent to.",
        tags=["account"],
        request=AddressSerializer,
        responses=KeptAddressSerializer,
        examples=shown(_KEPT),
    )
    def put(self, request: Request, number: int) -> Response:
        check_names(request)
        address = _own(request, number)
        postal, phone = _asked(request)
        return Response(
            KeptAddressSerializer(change_address(address=address, postal=postal, phone=phone)).data
        )

    @extend_schema(
        operation_id="account_addresses_destroy",
        summary="Remove an address",
        tags=["account"],
        responses={204: None},
    )
    def delete(self, request: Request, number: int) -> Response:
        check_names(request)
        remove_address(address=_own(request, number))
        return Response(status=204)


@private
class FirstAddressView(CustomerView):
    @extend_schema(
        operation_id="account_addresses_first_create",
        summary="Use an address first",
        tags=["account"],
        request=None,
        responses={204: None},
    )
    def post(self, request: Request, number: int) -> Response:
        check_names(request)
        use_first(address=_own(request, number))
        return Response(status=204)


def _own(request: Request, number: int) -> Address:
    """Raises NotFound, also for somebody else's."""
    address = Address.objects.filter(pk=number, customer=customer_of(request)).first()
    if address is None:
        raise NotFound
    return address


def _asked(request: Request) -> tuple[PostalAddress, str]:
    """Raises ValidationError."""
    sent = read(AddressSerializer, request)
    phone = sent.pop("phone", "")
    try:
        return normalized(PostalAddress(**sent)), phone
    except InvalidAddress as invalid:
        errors = {part: ErrorDetail(text, code="invalid") for part, text in invalid.errors.items()}
        raise ValidationError(errors) from invalid
