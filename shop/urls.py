from django.urls import URLPattern, path

from . import views
from .views import information
from .views.account import account
from .views.checkout import checkout
from .views.menu import menu
from .views.order import order, order_confirm
from .views.robots import robots
from .views.theme import theme

app_name = "shop"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("menu/", menu, name="menu"),
    path("theme/", theme, name="theme"),
    path("robots.txt", robots, name="robots"),
    path("privacy/", information.privacy, name="privacy"),
    path("delivery-and-returns/", information.delivery_and_returns, name="delivery_and_returns"),
    path("contact/", information.contact, name="contact"),
    path("terms/", information.terms, name="terms"),
    path("account/", account, name="account"),
    path("cart/", views.cart, name="cart"),
    path("cart/add/", views.cart_add, name="cart_add"),
    path("cart/change/", views.cart_change, name="cart_change"),
    path("cart/remove/", views.cart_remove, name="cart_remove"),
    path("cart/badge/", views.cart_badge, name="cart_badge"),
    path("cart/drawer/", views.cart_drawer, name="cart_drawer"),
    path("checkout/", checkout, name="checkout"),
    path("orders/<str:number>/<str:token>/", order, name="order"),
    path("orders/<str:number>/<str:token>/confirm/", order_confirm, name="order_confirm"),
    path("wishlist/", views.wishlist, name="wishlist"),
    path("wishlist/change/", views.wish, name="wish"),
    path("recently-viewed/", views.recently_viewed, name="recently_viewed"),
    path("recently-viewed/clear/", views.recently_viewed_clear, name="recently_viewed_clear"),
]
