from django.urls import URLPattern, path

from . import views

app_name = "shop"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("cart/", views.cart, name="cart"),
    path("cart/add/", views.cart_add, name="cart_add"),
    path("cart/change/", views.cart_change, name="cart_change"),
    path("cart/remove/", views.cart_remove, name="cart_remove"),
    path("cart/badge/", views.cart_badge, name="cart_badge"),
]
