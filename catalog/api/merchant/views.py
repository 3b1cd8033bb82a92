"""Products, variants and pictures, in batches. Every operation may be said again and again."""

from functools import partial
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ...services.feed import Fed, feed_picture, feed_product, feed_variant
from ..freshness import private
from ..queries import check_names
from .items import ProductItem, ProductItems, VariantItem, VariantItems
from .results import EXAMPLES, BatchSerializer, items_of, result
from .tokens import HasRights, MerchantAuthentication

MOST_PRODUCTS = 100
MOST_VARIANTS = 1000
MOST_PICTURES = 20
_PICTURES = {
    "type": "object",
    "properties": {
        "sku": {"type": "string", "description": "Of any variant of the product."},
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "alt_texts": {
            "type": "array",
            "items": {"type": "string", "maxLength": 200},
            "description": "One for each file, in their order, or none.",
        },
    },
    "required": ["sku", "files"],
}


class MerchantView(APIView):
    authentication_classes = [MerchantAuthentication]
    permission_classes = [HasRights]
    refusals = {"POST": (403,)}


@private
class MerchantProductsView(MerchantView):
    rights = (
        "catalog.add_product",
        "catalog.change_product",
        "catalog.add_variant",
        "catalog.change_variant",
    )

    @extend_schema(
        operation_id="merchant_products_create",
        summary="Create and change products with their variants",
        description=(
            f"Up to {MOST_PRODUCTS}, each found by `external_id`, else by the SKU of a variant. What is left "
            "out stays as it is: other variants, and pictures, too."
        ),
        tags=["merchant"],
        request=ProductItems,
        responses=BatchSerializer,
        examples=EXAMPLES,
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        items = items_of(request, most=MOST_PRODUCTS)
        return _answer([result(place, partial(self._feed, item)) for place, item in enumerate(items)])

    def _feed(self, item: Any) -> Fed:
        serializer = ProductItem(data=item)
        serializer.is_valid(raise_exception=True)
        return feed_product(facts=serializer.validated_data, now=timezone.now())


@private
class MerchantVariantsView(MerchantView):
    rights = ("catalog.change_variant",)

    @extend_schema(
        operation_id="merchant_variants_create",
        summary="Change prices and stock by SKU",
        description=f"Up to {MOST_VARIANTS}. The stock that is said is the stock that there is afterwards.",
        tags=["merchant"],
        request=VariantItems,
        responses=BatchSerializer,
        examples=EXAMPLES,
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        items = items_of(request, most=MOST_VARIANTS)
        return _answer([result(place, partial(self._feed, item)) for place, item in enumerate(items)])

    def _feed(self, item: Any) -> Fed:
        serializer = VariantItem(data=item)
        serializer.is_valid(raise_exception=True)
        facts = dict(serializer.validated_data)
        return feed_variant(sku=facts.pop("sku"), facts=facts, now=timezone.now())


@private
class MerchantImagesView(MerchantView):
    rights = ("catalog.change_product", "catalog.add_productimage")
    parser_classes = [MultiPartParser]

    @extend_schema(
        operation_id="merchant_images_create",
        summary="Add pictures to a product",
        description=(
            f"Up to {MOST_PICTURES}, behind those that it has. A picture that is there already is not stored "
            "again. Webhooks are told when it can be searched for, or cannot."
        ),
        tags=["merchant"],
        request={"multipart/form-data": _PICTURES},
        responses=BatchSerializer,
        examples=EXAMPLES,
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        sku, files = request.POST.get("sku", ""), request.FILES.getlist("files")
        texts = [str(text)[:200] for text in request.POST.getlist("alt_texts")]
        if not sku or not 1 <= len(files) <= MOST_PICTURES:
            name = "files" if sku else "sku"
            raise ValidationError({name: [ErrorDetail("This is missing, or too many.", code="required")]})
        texts += [""] * (len(files) - len(texts))
        pairs = zip(files, texts[: len(files)], strict=True)
        return _answer(
            [
                result(place, partial(feed_picture, sku=sku, file=file, alt_text=text))
                for place, (file, text) in enumerate(pairs)
            ]
        )


def _answer(results: list[dict[str, Any]]) -> Response:
    return Response({"results": results})
