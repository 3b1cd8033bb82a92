from django.urls import URLPattern, URLResolver, include, path

from .cart import CartLinesView, CartLineView, CartsView, CartView
from .cart_coupon import CartCouponView
from .recently_viewed import RecentlyViewedView
from .wishlist import WishListView, WishView

app_name = "shop-api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("auth/", include("shop.api.auth.urls")),
    path("account/", include("shop.api.account.urls")),
    path("", include("shop.api.orders.urls")),
    path("carts/", CartsView.as_view(), name="carts"),
    path("cart/", CartView.as_view(), name="cart"),
    path("cart/coupon/", CartCouponView.as_view(), name="cart-coupon"),
    path("cart/lines/", CartLinesView.as_view(), name="cart-lines"),
    path("cart/lines/<str:sku>/", CartLineView.as_view(), name="cart-line"),
    path("recently-viewed/", RecentlyViewedView.as_view(), name="recently-viewed"),
    path("wishlist/", WishListView.as_view(), name="wishlist"),
    path("wishlist/<slug:slug>/", WishView.as_view(), name="wish"),
]
