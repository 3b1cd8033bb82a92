"""Every address below /api/v1/."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from .documents import SchemaView, documentation
from .nowhere import NowhereView

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("catalog.api.urls")),
    path("", include("shop.api.urls")),
    path("", include("recommendations.api.urls")),
    path("schema/", SchemaView.as_view(), name="api-schema"),
    path("docs/", documentation, name="api-documentation"),
    re_path("", NowhereView.as_view()),
]
