"""The schema, and the page that explains it."""

from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.negotiation import DefaultContentNegotiation


@extend_schema(exclude=True)
class SchemaView(SpectacularAPIView):
    """YAML, and JSON for `?format=json`."""

    content_negotiation_class = DefaultContentNegotiation
    renderer_classes = [OpenApiYamlRenderer, OpenApiJsonRenderer]
