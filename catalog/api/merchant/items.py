"""What a batch may say."""

from collections.abc import Mapping
from typing import Any

from babel.numbers import is_currency
from django.utils.translation import gettext as _
from rest_framework import serializers

from ...models import Gender
from ...services.bulk_edit import HIGHEST_PRICE, HIGHEST_STOCK


class ItemSerializer(serializers.Serializer[Any]):
    """Refuses what it does not know: a slip in a name would otherwise change nothing, silently."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := [name for name in data if name not in self.fields]):
            said = serializers.ErrorDetail(_("There is no field of this name."), code="unknown_field")
            raise serializers.ValidationError({str(name): [said] for name in unknown})
        return super().to_internal_value(data)


class CurrencyField(serializers.CharField):
    def to_internal_value(self, data: Any) -> str:
        code: str = super().to_internal_value(data)
        if not is_currency(code):
            raise serializers.ValidationError(_("This is not an ISO 4217 code such as EUR."))
        return code


def _price(help_text: str = "In major units: 19.99.") -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=14,
        decimal_places=4,
        min_value=0,
        max_value=HIGHEST_PRICE,
        help_text=help_text,
    )


class VariantItem(ItemSerializer):
    """`sku` finds it; what is left out stays as it is."""

    sku = serializers.CharField(max_length=64)
    price = _price()
    cost = _price("What it costs the shop, in the price's currency. Shoppers never see it.")
    currency = CurrencyField(max_length=3)
    stock = serializers.IntegerField(min_value=0, max_value=HIGHEST_STOCK)

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for name, field in fields.items():
            field.required = name == "sku"
        return fields


class ProductVariantItem(VariantItem):
    """A variant of the product: new where no variant has this SKU yet, and then it needs a price."""

    size = serializers.CharField(max_length=20, allow_blank=True)
    colour = serializers.CharField(max_length=40, allow_blank=True)


class ProductItem(ItemSerializer):
    """Found by `external_id`, else by the SKU of a variant. What is left out stays as it is."""

    external_id = serializers.CharField(max_length=100, required=False)
    title = serializers.CharField(max_length=200, required=False)
    description = serializers.CharField(required=False, allow_blank=True, max_length=20_000)
    category = serializers.ListField(
        child=serializers.CharField(max_length=60),
        required=False,
        min_length=1,
        max_length=8,
        help_text="The names from the root down, made as needed.",
    )
    brand = serializers.CharField(
        max_length=100, required=False, allow_blank=True, help_text="Made as needed."
    )
    product_type = serializers.CharField(max_length=60, required=False)
    gender = serializers.ChoiceField(choices=Gender.choices, required=False)
    attributes = serializers.DictField(child=serializers.CharField(max_length=500), required=False)
    is_published = serializers.BooleanField(required=False)
    weight_grams = serializers.IntegerField(required=False, min_value=0, max_value=1_000_000)
    variants = ProductVariantItem(many=True, required=False, max_length=200)  # type: ignore[call-arg]

    def validate_category(self, names: list[str]) -> tuple[str, ...]:
        return tuple(names)


class ProductItems(serializers.Serializer[Any]):
    items = ProductItem(many=True)


class VariantItems(serializers.Serializer[Any]):
    items = VariantItem(many=True)
