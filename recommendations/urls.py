from django.urls import URLPattern, path

from . import views

app_name = "recommendations"
urlpatterns: list[URLPattern] = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("p/<slug:slug>/similar/", views.similar, name="similar"),
    path("p/<slug:slug>/wear-it-with/", views.outfit, name="outfit"),
    path("for-you/", views.for_you, name="for_you"),
    path("for-you/clear/", views.for_you_clear, name="for_you_clear"),
    path("cart/wear-it-with/", views.cart_outfit, name="cart_outfit"),
    path("visual-search/", views.visual_search, name="visual_search"),
    path("visual-search/share/", views.shared_photo, name="shared_photo"),
    path("visual-search/patch/", views.photo_patch, name="photo_patch"),
    path("visual-search/<slug:token>/", views.photo_query, name="photo_query"),
    path("visual-search/<slug:token>/forget/", views.photo_query_forget, name="photo_query_forget"),
]
