from django.urls import URLPattern, path

from .similar import SimilarView

app_name = "recommendations-api"
urlpatterns: list[URLPattern] = [
    path("products/<slug:slug>/similar/", SimilarView.as_view(), name="similar"),
]
