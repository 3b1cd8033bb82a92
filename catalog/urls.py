from django.urls import URLPattern, path

from . import views

app_name = "catalog"
urlpatterns: list[URLPattern] = [
    path("c/<slug:slug>/", views.category, name="category"),
    path("p/<slug:slug>/", views.product, name="product"),
    path("p/<slug:slug>/quick/", views.quick_view, name="quick_view"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.search_suggestions, name="search_suggestions"),
]
