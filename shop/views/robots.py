"""What crawlers should leave alone: pages of one shopper, and every order of every filter."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

_LEFT_ALONE = (
    "shop:cart",
    "shop:account",
    "shop:checkout",
    "catalog:search",
    "recommendations:visual_search",
    "admin:index",
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {reverse(name)}" for name in _LEFT_ALONE),
        "Disallow: /*?",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
