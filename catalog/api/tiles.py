"""What every list of the API shows of a product, and the parts that other answers share.

The serializers say for the schema what there is; what stands in each tile is written out below them, since a
list has hundreds of values and the serializers' own way to each takes longer than to find the products.
"""

from collections.abc import Callable
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ..cards import CardVariant, ProductCard
from ..money import Money
from ..pictures import CardImage


class AbsoluteUrlField(serializers.Field[str, str, str, Any]):
    """An address of this shop or of its storage, whole."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, value: str) -> str:
        return str(self.context["request"].build_absolute_uri(value))


extend_schema_field(OpenApiTypes.URI)(AbsoluteUrlField)


class MoneySerializer(serializers.Serializer[Money]):
    amount = serializers.CharField(help_text="In major units, exact: 19.99.", read_only=True)
    minor = serializers.IntegerField(help_text="In minor units: 1999.", read_only=True)
    currency = serializers.CharField(help_text="ISO 4217.", read_only=True)
    text = serializers.CharField(
        source="__str__", help_text="As the language of the answer writes it: €19.99.", read_only=True
    )

    def to_representation(self, instance: Money) -> dict[str, Any]:
        return _money(instance)


class SourceSerializer(serializers.Serializer[dict[str, Any]]):
    url = AbsoluteUrlField()
    width = serializers.IntegerField(help_text="Pixels.")


class ImageSerializer(serializers.Serializer[CardImage]):
    url = AbsoluteUrlField(help_text="One that suits a tile.")
    width = serializers.IntegerField(help_text="Pixels of the original.")
    height = serializers.IntegerField(help_text="Pixels of the original.")
    alt = serializers.CharField(help_text="What it shows, for who cannot see it.")
    sources = SourceSerializer(many=True, read_only=True, help_text="The same picture in other sizes.")

    def to_representation(self, instance: CardImage) -> dict[str, Any]:
        return _image(instance, self.context["request"].build_absolute_uri)


class TileVariantSerializer(serializers.Serializer[CardVariant]):
    sku = serializers.CharField(help_text="What is put into a cart.")
    label = serializers.CharField(  # type: ignore[assignment]
        help_text="What tells it from the product's others: “Blue, M”."
    )
    price = MoneySerializer()
    stock = serializers.IntegerField(help_text="So many are on hand.")


class TileSerializer(serializers.Serializer[ProductCard]):
    """What one tile says. `price` is the lowest; null where nothing can be bought."""

    slug = serializers.CharField()
    title = serializers.CharField()
    url = AbsoluteUrlField(help_text="The product's page.")
    brand = serializers.CharField(help_text="Empty where there is none.")
    price = MoneySerializer(allow_null=True)
    price_varies = serializers.BooleanField(help_text="Whether variants differ in price: “from €19.99”.")
    image = ImageSerializer(allow_null=True)
    colours = serializers.ListField(child=serializers.CharField())
    in_stock = serializers.BooleanField(help_text="Whether any variant is on hand.")
    variants = TileVariantSerializer(many=True)

    def __init__(self, *args: Any, only: tuple[str, ...] = (), **options: Any) -> None:
        """`only`: fields that are wanted; all unless given."""
        super().__init__(*args, **options)
        self._only = only

    def to_representation(self, instance: ProductCard) -> dict[str, Any]:
        whole = tile(instance, self.context["request"].build_absolute_uri)
        return {name: whole[name] for name in self._only} if self._only else whole


Absolute = Callable[[str], str]


def tile(card: ProductCard, absolute: Absolute) -> dict[str, Any]:
    """What TileSerializer says; `absolute` makes addresses whole."""
    prices = {price: _money(price) for price in {variant.price for variant in card.variants}}  # mostly one
    return {
        "slug": card.slug,
        "title": card.title,
        "url": absolute(card.url),
        "brand": card.brand,
        "price": card.price and prices[card.price],
        "price_varies": card.price_varies,
        "image": card.image and _image(card.image, absolute),
        "colours": card.colours,
        "in_stock": card.in_stock,
        "variants": [_variant(variant, prices[variant.price]) for variant in card.variants],
    }


def _variant(variant: CardVariant, price: dict[str, Any]) -> dict[str, Any]:
    return {"sku": variant.sku, "label": variant.label, "price": price, "stock": variant.stock}


def _money(money: Money) -> dict[str, Any]:
    return {
        "amount": str(money.amount),
        "minor": money.minor,
        "currency": money.currency,
        "text": str(money),
    }


def _image(image: CardImage, absolute: Absolute) -> dict[str, Any]:
    pairs = (part.rsplit(" ", 1) for part in image.srcset.split(", ") if part)
    return {
        "url": absolute(image.url),
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "sources": [{"url": absolute(url), "width": int(width.removesuffix("w"))} for url, width in pairs],
    }
