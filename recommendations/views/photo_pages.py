"""The pages of a search by photo. None may be listed by a search engine or kept by a shared cache."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from catalog.imaging import Box, BoxError, PictureBusy, PictureError

from ..edges import Edges
from ..encoders import EncoderBusy
from ..focus import Focus
from ..models import PhotoQuery
from ..presenters.photo import Photo
from ..presenters.photo_regions import photo_regions
from ..presenters.photo_results import UnknownFilter, photo_results
from ..search_proof import proof_of
from ..services.photo_queries import NothingToCompare
from ..uploads import UploadError

Refusal = PictureError | UploadError | BoxError | UnknownFilter | NothingToCompare | EncoderBusy


def form_page(request: HttpRequest) -> HttpResponse:
    return _page(request, "visual_search.html", {}, HTTPStatus.OK)


def results_page(
    request: HttpRequest,
    query: PhotoQuery,
    data: QueryDict,
    photo: Photo | None = None,
    focus: Focus | None = None,
) -> HttpResponse:
    """With the photo in view and what is in it to choose from, if it came along. Raises Http404."""
    results = photo_results(query=query, data=data)
    context = {
        "query": query,
        "results": results,
        "edges": Edges.of(Box(*query.box)),
        "photo": photo,
        "regions": photo_regions(focus, query.labels) if focus else None,
        "proof": proof_of(query.token) if photo else "",
    }
    return _page(request, "photo_results.html", context, results.status)


def refusal_page(
    request: HttpRequest, error: Refusal, photo: Photo | None = None, focus: Focus | None = None
) -> HttpResponse:
    """What went wrong and what to do, with the photo where it could be opened."""
    refusal = PictureBusy() if isinstance(error, EncoderBusy) else error
    template = "photo_refused.html" if photo else "visual_search.html"
    context = {
        "refusal": refusal,
        "photo": photo,
        "edges": Edges.of(focus.box if focus else Box.whole()),
        "regions": photo_regions(focus) if focus else None,
    }
    response = _page(request, template, context, refusal.status)
    if isinstance(refusal, PictureBusy):
        response["Retry-After"] = refusal.retry_after
    return response


def ended_page(request: HttpRequest) -> HttpResponse:
    return _page(request, "photo_ended.html", {}, HTTPStatus.NOT_FOUND)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    context["hours"] = settings.VITRINE_PHOTO_QUERY_HOURS
    response = render(request, f"recommendations/{template}", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True)
    return response
