"""What a list of products can be narrowed to."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ..selectors import Facet, Facets, product_facets
from .examples import shown
from .forms import FilterForm, ScopeForm
from .freshness import revalidated
from .queries import check_names, cleaned, parameters
from .scope import scope_of


class FacetSerializer(serializers.Serializer[Facet]):
    value = serializers.CharField(help_text="As filters take it.")
    label = serializers.CharField(  # type: ignore[assignment]
        help_text="As a reader of the answer's language knows it."
    )
    count = serializers.IntegerField(help_text="So many products would be left.")


class FacetsSerializer(serializers.Serializer[Facets]):
    type = FacetSerializer(many=True, source="types")
    colour = FacetSerializer(many=True, source="colours")
    gender = FacetSerializer(many=True, source="genders")
    total = serializers.IntegerField(help_text="So many products match all filters.")


_EXAMPLE = {
    "type": [{"value": "Shirt", "label": "Shirt", "count": 12}],
    "colour": [{"value": "Blue", "label": "Blue", "count": 5}],
    "gender": [{"value": "women", "label": "Women", "count": 12}],
    "total": 12,
}


@revalidated
class FacetsView(APIView):
    @extend_schema(
        operation_id="facets_retrieve",
        summary="Count what filters would leave",
        description=(
            "The values of each filter in a list, the most frequent first, each counted under the filters "
            "of the other groups."
        ),
        tags=["catalogue"],
        parameters=parameters(ScopeForm, FilterForm),
        responses=FacetsSerializer,
        examples=shown(_EXAMPLE),
    )
    def get(self, request: Request) -> Response:
        check_names(request, ScopeForm, FilterForm)
        scope = scope_of(request)
        form = FilterForm(request.query_params, choices=scope.choices(request.query_params))
        cleaned(form)
        return Response(FacetsSerializer(product_facets(scope=scope.products, filters=form.filters())).data)
