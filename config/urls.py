"""Every page of the shop, by app."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.functional import lazy
from django.views.generic import RedirectView
from django.views.static import serve

from catalog.sitemaps import CategorySitemap, ProductSitemap
from config.styleguide import styleguide
from shop.sitemaps import ShopSitemap

handler400 = "config.api.problems.bad_request"
handler500 = "operations.unavailable.server_error"

FAVICON = lazy(static, str)("favicon.ico")
SITEMAPS = {"shop": ShopSitemap, "categories": CategorySitemap, "products": ProductSitemap}

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    # Browsers ask for it where a page names none: the admin's.
    path("favicon.ico", RedirectView.as_view(url=FAVICON)),
    path("i18n/", include("django.conf.urls.i18n")),
    path(
        "sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, "sitemap"
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, "sitemap_part"),
    path("account/", include("allauth.account.urls")),
    path("api/v1/", include("config.api.urls")),
    path("", include("shop.urls")),
    path("", include("catalog.urls")),
    path("", include("recommendations.urls")),
]

if settings.VITRINE_STYLEGUIDE:
    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]

if settings.VITRINE_SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT})]
