from django.urls import URLPattern, path

from .outfit import OutfitView
from .similar import SimilarView
from .visual_searches import VisualSearchesView, VisualSearchView

app_name = "recommendations-api"
urlpatterns: list[URLPattern] = [
    path("products/<slug:slug>/similar/", SimilarView.as_view(), name="similar"),
    path("products/<slug:slug>/complete-the-look/", OutfitView.as_view(), name="outfit"),
    path("visual-searches/", VisualSearchesView.as_view(), name="visual-searches"),
    path("visual-searches/<slug:token>/", VisualSearchView.as_view(), name="visual-search"),
]
