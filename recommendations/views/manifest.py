"""What a phone that has the shop on its home screen may do with it: share a photo to it."""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..uploads import PHOTO_FIELD

TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"]


@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    """https://www.w3.org/TR/appmanifest/ and https://w3c.github.io/web-share-target/"""
    home = reverse("shop:home")
    return JsonResponse(
        {
            "id": home,
            "name": "Vitrine",
            "short_name": "Vitrine",
            "description": _("Find clothes by sight"),
            "start_url": home,
            "scope": home,
            "display": "minimal-ui",
            "background_color": "#ffffff",
            "theme_color": "#ffffff",
            "icons": _icons(),
            "shortcuts": [
                {"name": _("Search with a photo"), "url": reverse("recommendations:visual_search")}
            ],
            "share_target": {
                "action": reverse("recommendations:shared_photo"),
                "method": "POST",
                "enctype": "multipart/form-data",
                "params": {"files": [{"name": PHOTO_FIELD, "accept": TYPES}]},
            },
        },
        content_type="application/manifest+json",
    )


def _icons() -> list[dict[str, str]]:
    return [
        {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        {"src": static("apple-touch-icon.png"), "sizes": "180x180", "type": "image/png", "purpose": "any"},
    ]
