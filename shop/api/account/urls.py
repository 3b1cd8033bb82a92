from django.urls import URLPattern, path

from .addresses import AddressesView, AddressView, FirstAddressView
from .profile import AccountView, DataView, DeletionView, EmailView, PasswordView
from .viewed import ViewingsView, ViewingView

app_name = "account"
urlpatterns: list[URLPattern] = [
    path("", AccountView.as_view(), name="account"),
    path("password/", PasswordView.as_view(), name="password"),
    path("email/", EmailView.as_view(), name="email"),
    path("data/", DataView.as_view(), name="data"),
    path("deletion/", DeletionView.as_view(), name="deletion"),
    path("addresses/", AddressesView.as_view(), name="addresses"),
    path("addresses/<int:number>/", AddressView.as_view(), name="address"),
    path("addresses/<int:number>/first/", FirstAddressView.as_view(), name="address-first"),
    path("recently-viewed/", ViewingsView.as_view(), name="recently-viewed"),
    path("recently-viewed/<slug:slug>/", ViewingView.as_view(), name="viewing"),
]
