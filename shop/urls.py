from django.urls import URLPattern, path

from . import views
from .views import information
from .views.account import account, account_data, account_delete, account_export, account_name
from .views.account_orders import account_orders, order_again
from .views.addresses import address_edit, address_first, address_new, address_remove, addresses
from .views.cart_coupon import cart_coupon
from .views.checkout import checkout
from .views.menu import menu
from .views.order import order, order_card, order_confirm, order_keep
from .views.provider_news import provider_news
from .views.restock import restock, restock_confirm, restock_stop
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
    path("account/name/", account_name, name="account_name"),
    path("account/orders/", account_orders, name="account_orders"),
    path("account/orders/<str:number>/again/", order_again, name="order_again"),
    path("account/addresses/", addresses, name="addresses"),
    path("account/addresses/new/", address_new, name="address_new"),
    path("account/addresses/<int:pk>/", address_edit, name="address_edit"),
    path("account/addresses/<int:pk>/remove/", address_remove, name="address_remove"),
    path("account/addresses/<int:pk>/first/", address_first, name="address_first"),
    path("account/data/", account_data, name="account_data"),
    path("account/data/vitrine-data.json", account_export, name="account_export"),
    path("account/delete/", account_delete, name="account_delete"),
    path("cart/", views.cart, name="cart"),
    path("cart/add/", views.cart_add, name="cart_add"),
    path("cart/change/", views.cart_change, name="cart_change"),
    path("cart/remove/", views.cart_remove, name="cart_remove"),
    path("cart/coupon/", cart_coupon, name="cart_coupon"),
    path("cart/badge/", views.cart_badge, name="cart_badge"),
    path("cart/drawer/", views.cart_drawer, name="cart_drawer"),
    path("checkout/", checkout, name="checkout"),
    path("orders/<str:number>/<str:token>/", order, name="order"),
    path("orders/<str:number>/<str:token>/card/", order_card, name="order_card"),
    path("orders/<str:number>/<str:token>/confirm/", order_confirm, name="order_confirm"),
    path("orders/<str:number>/<str:token>/keep/", order_keep, name="order_keep"),
    path("payments/<slug:method>/events/", provider_news, name="provider_news"),
    path("restock/confirm/<str:token>/", restock_confirm, name="restock_confirm"),
    path("restock/stop/<str:token>/", restock_stop, name="restock_stop"),
    path("restock/<slug:slug>/", restock, name="restock"),
    path("wishlist/", views.wishlist, name="wishlist"),
    path("wishlist/change/", views.wish, name="wish"),
    path("recently-viewed/", views.recently_viewed, name="recently_viewed"),
    path("recently-viewed/clear/", views.recently_viewed_clear, name="recently_viewed_clear"),
]
