"""The schema, and the page that explains it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.negotiation import DefaultContentNegotiation


@extend_schema(exclude=True)
class SchemaView(SpectacularAPIView):
    """YAML, and JSON for `?format=json`."""

    content_negotiation_class = DefaultContentNegotiation
    renderer_classes = [OpenApiYamlRenderer, OpenApiJsonRenderer]


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Swagger UI, from the shop's own files and under its own Content-Security-Policy."""
    return render(request, "api/documentation.html")
