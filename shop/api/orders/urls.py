from django.urls import URLPattern, path

from .addresses import CountriesView, CountryView
from .quote import QuoteView
from .views import CardView, ConfirmationView, OrdersView, OrderView, ReorderView

urlpatterns: list[URLPattern] = [
    path("countries/", CountriesView.as_view(), name="countries"),
    path("countries/<str:code>/", CountryView.as_view(), name="country"),
    path("cart/quote/", QuoteView.as_view(), name="cart-quote"),
    path("orders/", OrdersView.as_view(), name="orders"),
    path("orders/<str:number>/", OrderView.as_view(), name="order"),
    path("orders/<str:number>/confirmation/", ConfirmationView.as_view(), name="order-confirmation"),
    path("orders/<str:number>/card/", CardView.as_view(), name="order-card"),
    path("orders/<str:number>/reorder/", ReorderView.as_view(), name="order-reorder"),
]
