"""Postal addresses, and how each country writes them."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import shown
from catalog.api.freshness import revalidated
from catalog.api.queries import check_names

from ...addresses import address_rules, country_choices, country_name
from ...quotes import delivery_countries

ADDRESS = {
    "country_code": "DE",
    "name": "Ada Adler",
    "company_name": "",
    "street_address": "Lange Gasse 1",
    "street_address_2": "",
    "city_area": "",
    "city": "Berlin",
    "country_area": "",
    "postal_code": "10115",
}


def _part(length: int) -> serializers.CharField:
    return serializers.CharField(max_length=length, required=False, allow_blank=True)


class PostalAddressSerializer(serializers.Serializer[Any]):
    """Which parts there must be, and what they are called, `GET /countries/{code}/` says."""

    country_code = serializers.CharField(max_length=2, help_text="ISO 3166: two letters.")
    name = _part(120)
    company_name = _part(120)
    street_address = _part(200)
    street_address_2 = _part(200)
    city_area = _part(120)
    city = _part(120)
    country_area = _part(120)
    postal_code = _part(20)


class CountrySerializer(serializers.Serializer[dict[str, str]]):
    code = serializers.CharField(help_text="ISO 3166.")
    name = serializers.CharField()


class CountriesSerializer(serializers.Serializer[dict[str, Any]]):
    results = CountrySerializer(many=True)


class ChoiceSerializer(serializers.Serializer[dict[str, str]]):
    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class AddressFieldSerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField(help_text="As addresses have it: `postal_code`.")
    label = serializers.CharField()  # type: ignore[assignment]
    required = serializers.BooleanField()  # type: ignore[assignment]
    example = serializers.CharField(help_text="Empty where there is none.")
    choices = ChoiceSerializer(many=True, help_text="Where only one of these will do.")


class CountryDetailSerializer(CountrySerializer):
    fields_ = AddressFieldSerializer(many=True, help_text="In the order in which the country writes them.")

    def get_fields(self) -> dict[str, Any]:
        found = super().get_fields()
        found["fields"] = found.pop("fields_")
        return found


_GERMANY = {"code": "DE", "name": "Germany"}
_CODE = {"name": "postal_code", "label": "Postal code", "required": True, "example": "10115", "choices": []}


@revalidated
class CountriesView(APIView):
    @extend_schema(
        operation_id="countries_list",
        summary="List the countries that are delivered to",
        tags=["orders"],
        responses=CountriesSerializer,
        examples=shown({"results": [_GERMANY]}),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        choices = country_choices(delivery_countries())
        return Response({"results": [{"code": code, "name": name} for code, name in choices]})


@revalidated
class CountryView(APIView):
    @extend_schema(
        operation_id="countries_retrieve",
        summary="See how a country writes addresses",
        tags=["orders"],
        responses=CountryDetailSerializer,
        examples=shown({**_GERMANY, "fields": [_CODE]}),
    )
    def get(self, request: Request, code: str) -> Response:
        check_names(request)
        if code not in delivery_countries():
            raise NotFound
        return Response({"code": code, "name": country_name(code), "fields": _fields(code)})


def _fields(code: str) -> list[dict[str, Any]]:
    rules = address_rules(code)
    return [
        {
            "name": part,
            "label": str(rules.labels[part]),
            "required": part in rules.required,
            "example": rules.example if part == "postal_code" else "",
            "choices": [
                {"value": value, "label": label}
                for value, label in (rules.areas if part == "country_area" else ())
            ],
        }
        for part in rules.order
    ]
