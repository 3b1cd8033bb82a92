"""The link of a search by photo: its results without the photo, and the end of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..refinements import asked, is_canonical, link
from ..search_proof import proven_token
from ..selectors.photo_queries import live_photo_query
from ..services.photo_queries import forget_photo_query
from .photo_pages import ended_page, is_fragment, results_page


@require_safe
def photo_query(request: HttpRequest, token: str) -> HttpResponse:
    query = live_photo_query(token=token, now=timezone.now())
    if query is None:
        return ended_page(request)
    # A script is told the link along with the fragment.
    if not is_fragment(request) and not is_canonical(request.GET):
        return redirect(link(request.path, asked(request.GET), show=request.GET.get("show")))
    return results_page(request, query, request.GET)


@require_POST
def photo_query_forget(request: HttpRequest, token: str) -> HttpResponse:
    """For the page that answered the photo alone: whoever is given the link can look, and no more."""
    if proven_token(request.POST.get("proof", "")) != token:
        raise PermissionDenied
    forget_photo_query(token=token)
    messages.success(request, _("Forgotten."))
    return redirect("recommendations:visual_search")
