from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from ..htmx import HtmxRequest, wants_fragment
from ..selectors.menu import menu_links


@require_safe
def menu(request: HtmxRequest) -> HttpResponse:
    """All categories: a page of its own, or what the drawer shows when htmx asks for it."""
    template = "menu_links.html" if wants_fragment(request) else "menu.html"
    response = render(request, f"shop/{template}", {"links": menu_links()})
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
