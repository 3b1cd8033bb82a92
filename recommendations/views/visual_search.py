"""The page that takes a photo, and answers with what looks like it."""

from concurrent.futures import Future
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from catalog.imaging import Box, BoxError, PictureError, Pixels, open_picture
from catalog.stages import stage

from ..beside import beside
from ..edges import box_from
from ..encoders import EncoderBusy
from ..focus import Focus, focus_on
from ..hints import hints
from ..models import PhotoQuery
from ..presenters.photo import Photo, shown_photo
from ..presenters.photo_results import UnknownFilter, check_filters, shown_count
from ..search_proof import proven_token
from ..selectors.photo_queries import live_photo_query
from ..services.photo_queries import NothingToCompare, create_photo_query, move_photo_query
from ..sharpness import sharp_side, sharpened
from ..sources import source_bytes
from ..uploads import CARRIED_FIELD, UploadError, receive
from .photo_pages import PhotoView, form_page, is_fragment, refusal_page, results_page

PART_FIELD = "part"
"""Says that the file is only what is under the box, cut out by the browser that keeps the photo."""


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


@csrf_exempt
@sensitive_post_parameters(CARRIED_FIELD)
@require_http_methods(["GET", "HEAD", "POST"])
def shared_photo(request: HttpRequest) -> HttpResponse:
    """A photo that a phone's own "Share" sends, which knows no token: it begins a search and nothing else."""
    if request.method != "POST":
        return redirect("recommendations:visual_search")
    try:
        receive(request)
    except (PictureError, UploadError) as error:
        return refusal_page(request, error)
    return _search(request)


@csrf_protect
def _checked(request: HttpRequest) -> HttpResponse:
    return _search(request) if request.method == "POST" else form_page(request)


def _search(request: HttpRequest) -> HttpResponse:
    now, is_part = timezone.now(), _is_part(request)
    shown_count(request.POST)
    # A browser that asks for a fragment has the photo in view already.
    copies = not is_fragment(request)
    copy: Future[Photo] | None = None
    focus: Focus | None = None
    try:
        data = source_bytes(request)
        with stage("decode"):
            pixels = open_picture(data, side=_side(request.POST, is_part))
        copy = beside(shown_photo, pixels) if copies else None
        asked = box_from(request.POST)
        focus = Focus(asked or Box.whole()) if is_part else focus_on(pixels, asked)
        if asked is None and not is_part:
            pixels = sharpened(pixels, focus.box, data)
        found = beside(hints, pixels, focus.box, is_part=is_part)
        query = _photo_query(request, pixels, focus, now)
    except (PictureError, UploadError, BoxError, UnknownFilter, NothingToCompare, EncoderBusy) as error:
        return refusal_page(request, error, _copied(copy), focus)
    view = PhotoView(_copied(copy), focus, found.result(), is_part)
    return results_page(request, query, request.POST, view)


def _copied(copy: "Future[Photo] | None") -> Photo | None:
    return copy.result() if copy else None


def _is_part(request: HttpRequest) -> bool:
    return PART_FIELD in request.POST and bool(request.FILES)


def _side(data: QueryDict, is_part: bool) -> int:
    try:
        asked = None if is_part else box_from(data)
    except BoxError:
        asked = None
    return sharp_side(asked or Box.whole())


def _photo_query(request: HttpRequest, pixels: Pixels, focus: Focus, now: datetime) -> PhotoQuery:
    is_part = _is_part(request)
    token = proven_token(request.POST.get("search", "")) if is_part or not request.FILES else ""
    query = live_photo_query(token=token, now=now) if token else None
    if query is None:
        check_filters(request.POST)
        return create_photo_query(pixels=pixels, box=focus.box, now=now, is_part=is_part)
    return move_photo_query(query=query, pixels=pixels, box=focus.box, now=now, is_part=is_part)
