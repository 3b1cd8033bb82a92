"""The tree of categories."""

from typing import Any

from django import forms
from django.db.models import F
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ..models import Category
from .examples import shown
from .forms import CategoryField
from .freshness import revalidated
from .queries import check_names, cleaned, parameters
from .tiles import AbsoluteUrlField


class CategorySerializer(serializers.Serializer[Category]):
    slug = serializers.CharField()
    name = serializers.CharField()
    parent = serializers.CharField(  # type: ignore[assignment]
        source="parent_slug", allow_null=True, help_text="The slug of the one above."
    )
    url = AbsoluteUrlField(source="get_absolute_url", help_text="The category's page.")


class CategoriesSerializer(serializers.Serializer[dict[str, Any]]):
    results = CategorySerializer(many=True)


class CategoriesForm(forms.Form):
    parent = CategoryField(required=False, help_text="Only those right below the one of this slug.")


_EXAMPLE = {
    "slug": "shirts",
    "name": "Shirts",
    "parent": "women",
    "url": "https://shop.example/c/shirts/",
}


@revalidated
class CategoriesView(APIView):
    @extend_schema(
        operation_id="categories_list",
        summary="List the categories that have products",
        description="The whole tree at once, in its order; `parent` tells where each belongs.",
        tags=["catalogue"],
        parameters=parameters(CategoriesForm),
        responses=CategoriesSerializer,
        examples=shown({"results": [_EXAMPLE]}),
    )
    def get(self, request: Request) -> Response:
        check_names(request, CategoriesForm)
        parent = cleaned(CategoriesForm(request.query_params))["parent"]
        categories = Category.objects.with_products().annotate(parent_slug=F("parent__slug"))
        if parent:
            categories = categories.filter(parent=parent)
        return Response(CategoriesSerializer({"results": categories}, context={"request": request}).data)
