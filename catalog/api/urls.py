from django.urls import URLPattern, path

from .categories import CategoriesView
from .facets import FacetsView
from .product import ProductView
from .products import ProductsView

app_name = "catalog-api"
urlpatterns: list[URLPattern] = [
    path("categories/", CategoriesView.as_view(), name="categories"),
    path("facets/", FacetsView.as_view(), name="facets"),
    path("products/", ProductsView.as_view(), name="products"),
    path("products/<slug:slug>/", ProductView.as_view(), name="product"),
]
