"""One product, whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ..cards import price_range
from ..models import Product, Variant
from ..pictures import GalleryImage
from ..selectors import Crumb, ProductPage, product_page, withdrawn_product
from ..signals import product_opened
from .examples import PRODUCT, shown
from .freshness import revalidated
from .queries import check_names, cleaned, parameters
from .tiles import AbsoluteUrlField, ImageSerializer, MoneySerializer


class Withdrawn(APIException):
    status_code = 410
    default_code = "withdrawn"
    default_detail = _("This product is not sold any more.")


class CrumbSerializer(serializers.Serializer[Crumb]):
    name = serializers.CharField()
    url = AbsoluteUrlField()


class GallerySerializer(serializers.Serializer[GalleryImage]):
    image = ImageSerializer()
    small_url = AbsoluteUrlField(help_text="For a row of small ones.")
    original_url = AbsoluteUrlField(help_text="As it was uploaded.")


class VariantSerializer(serializers.Serializer[Variant]):
    sku = serializers.CharField(help_text="What is put into a cart.")
    colour = serializers.CharField()
    size = serializers.CharField()
    price = MoneySerializer()
    stock = serializers.IntegerField(help_text="So many are on hand.")


class FactSerializer(serializers.Serializer[dict[str, str]]):
    name = serializers.CharField()
    value = serializers.CharField()


class ProductSerializer(serializers.Serializer[ProductPage]):
    slug = serializers.CharField(source="product.slug")
    title = serializers.CharField(source="product.title")
    url = AbsoluteUrlField(source="product.get_absolute_url", help_text="The product's page.")
    description = serializers.CharField(source="product.description")
    brand = serializers.CharField(
        source="product.brand.name", default="", help_text="Empty where there is none."
    )
    type = serializers.CharField(source="product.product_type")
    gender = serializers.CharField(source="product.gender")
    categories = CrumbSerializer(many=True, source="breadcrumb", help_text="From the root down to its own.")
    price = serializers.SerializerMethodField(help_text="The lowest; null where nothing can be bought.")
    price_varies = serializers.SerializerMethodField(help_text="Whether variants differ in price.")
    in_stock = serializers.BooleanField()
    images = GallerySerializer(many=True)
    variants = VariantSerializer(many=True, source="product.variants.all")
    facts = serializers.SerializerMethodField()
    invented = serializers.ListField(
        child=serializers.CharField(), help_text="Facts that were made up: “price”, “size”, “stock”."
    )

    @extend_schema_field(MoneySerializer(allow_null=True))
    def get_price(self, page: ProductPage) -> dict[str, Any] | None:
        lowest, _varies = price_range(list(page.product.variants.all()))
        return MoneySerializer(lowest).data if lowest else None

    def get_price_varies(self, page: ProductPage) -> bool:
        return price_range(list(page.product.variants.all()))[1]

    @extend_schema_field(FactSerializer(many=True))
    def get_facts(self, page: ProductPage) -> list[dict[str, str]]:
        return [{"name": name, "value": value} for name, value in page.facts]


class OpenedForm(forms.Form):
    source = forms.CharField(
        required=False,
        max_length=30,
        help_text="The list that it was opened from: similar, photo-search, wear-it-with or for-you.",
    )


@revalidated
class ProductView(APIView):
    refusals = {"GET": (410,)}

    @extend_schema(
        operation_id="products_retrieve",
        summary="Look at a product",
        description="With all variants and pictures. A product that is not sold any more answers 410.",
        tags=["catalogue"],
        parameters=parameters(OpenedForm),
        responses=ProductSerializer,
        examples=shown(PRODUCT),
    )
    def get(self, request: Request, slug: str) -> Response:
        check_names(request, OpenedForm)
        cleaned(OpenedForm(request.query_params))
        page = _page(slug)
        opened = {"product_id": page.product.pk, "request": request._request}
        product_opened.send_robust(sender=Product, **opened)
        return Response(ProductSerializer(page, context={"request": request}).data)


def _page(slug: str) -> ProductPage:
    """Raises NotFound, Withdrawn."""
    try:
        return product_page(slug=slug)
    except Product.DoesNotExist:
        pass
    try:
        withdrawn_product(slug=slug)
    except Product.DoesNotExist as error:
        raise NotFound from error
    raise Withdrawn
