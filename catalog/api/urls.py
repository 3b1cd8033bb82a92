from django.urls import URLPattern, path

from .categories import CategoriesView
from .facets import FacetsView
from .merchant.views import MerchantImagesView, MerchantProductsView, MerchantVariantsView
from .product import ProductView
from .products import ProductsView

app_name = "catalog-api"
urlpatterns: list[URLPattern] = [
    path("categories/", CategoriesView.as_view(), name="categories"),
    path("facets/", FacetsView.as_view(), name="facets"),
    path("merchant/products/", MerchantProductsView.as_view(), name="merchant-products"),
    path("merchant/variants/", MerchantVariantsView.as_view(), name="merchant-variants"),
    path("merchant/images/", MerchantImagesView.as_view(), name="merchant-images"),
    path("products/", ProductsView.as_view(), name="products"),
    path("products/<slug:slug>/", ProductView.as_view(), name="product"),
]
