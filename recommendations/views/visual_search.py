"""The page that takes a photo, and answers with what looks like it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from catalog.imaging import BoxError, PictureError, Pixels, open_picture

from ..edges import box_from
from ..encoders import EncoderBusy
from ..focus import Focus, focus_on
from ..models import PhotoQuery
from ..presenters.photo import Photo, sharp_side, shown_photo
from ..presenters.photo_results import UnknownFilter, check_filters, shown_count
from ..search_proof import proven_token
from ..selectors.photo_queries import live_photo_query
from ..services.photo_queries import NothingToCompare, create_photo_query, move_photo_query
from ..uploads import CARRIED_FIELD, UploadError, photo_bytes, receive
from .photo_pages import form_page, refusal_page, results_page


@csrf_exempt
@sensitive_post_parameters(CARRIED_FIELD)
@require_http_methods(["GET", "HEAD", "POST"])
def visual_search(request: HttpRequest) -> HttpResponse:
    """Exempt from the middleware's CSRF check, which would read the upload before it is kept off the disk."""
    try:
        receive(request)
    except (PictureError, UploadError) as error:
        return refusal_page(request, error)
    return _checked(request)


@csrf_protect
def _checked(request: HttpRequest) -> HttpResponse:
    return _search(request) if request.method == "POST" else form_page(request)


def _search(request: HttpRequest) -> HttpResponse:
    shown_count(request.POST)
    photo: Photo | None = None
    focus: Focus | None = None
    try:
        pixels = open_picture(photo_bytes(request), side=_side(request.POST))
        photo = shown_photo(pixels)
        focus = focus_on(pixels, box_from(request.POST))
        query = _photo_query(request, pixels, focus)
    except (PictureError, UploadError, BoxError, UnknownFilter, NothingToCompare, EncoderBusy) as error:
        return refusal_page(request, error, photo, focus)
    return results_page(request, query, request.POST, photo, focus)


def _side(data: QueryDict) -> int:
    try:
        return sharp_side(box_from(data))
    except BoxError:
        return sharp_side(None)


def _photo_query(request: HttpRequest, pixels: Pixels, focus: Focus) -> PhotoQuery:
    now = timezone.now()
    token = "" if request.FILES else proven_token(request.POST.get("search", ""))
    query = live_photo_query(token=token, now=now) if token else None
    if query is None:
        check_filters(request.POST)
        return create_photo_query(pixels=pixels, box=focus.box, now=now)
    return move_photo_query(query=query, pixels=pixels, box=focus.box, now=now)
