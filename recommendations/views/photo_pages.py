"""The pages of a search by photo. None may be listed by a search engine or kept by a shared cache.

A script asks for fragments: the parts that change, without the photo, which its browser has already.
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers

from catalog.imaging import Box, BoxError, PictureBusy, PictureError
from catalog.selectors.samples import sample_photos
from catalog.stages import stage

from ..counting import count_search, count_shown
from ..edges import Edges
from ..encoders import EncoderBusy
from ..focus import Focus
from ..guesses import likeliest
from ..hints import SENTENCES
from ..models import PhotoQuery
from ..places import Place
from ..presenters.photo import Photo
from ..presenters.photo_regions import photo_regions
from ..presenters.photo_results import UnknownFilter, photo_results
from ..presenters.photo_why import photo_why
from ..search_proof import proof_of
from ..services.photo_queries import NothingToCompare
from ..uploads import UploadError

Refusal = PictureError | UploadError | BoxError | UnknownFilter | NothingToCompare | EncoderBusy


@dataclass(frozen=True)
class PhotoView:
    """What came with the photo. `photo` is the copy that the page carries, None where a script keeps it;
    `is_part`: only the searched part came, so that nothing is known of the other goods."""

    photo: Photo | None = None
    focus: Focus | None = None
    hints: list[str] = field(default_factory=list)
    is_part: bool = False


def is_fragment(request: HttpRequest) -> bool:
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.history_restore_request  # type: ignore[union-attr]


def form_page(request: HttpRequest) -> HttpResponse:
    return _page(request, "visual_search.html", {"samples": sample_photos()}, HTTPStatus.OK)


@stage("page")
def results_page(
    request: HttpRequest, query: PhotoQuery, data: QueryDict, view: PhotoView | None = None
) -> HttpResponse:
    """With what is in the photo to choose from, if it came along. Raises Http404."""
    results = photo_results(query=query, data=data)
    focus = view.focus if view and not view.is_part else None
    context = {
        "query": query,
        "results": results,
        "edges": Edges.of(Box(*query.box)),
        "photo": view.photo if view else None,
        "hints": [SENTENCES[key] for key in view.hints] if view else [],
        "regions": photo_regions(focus, query.labels) if focus else None,
        "why": photo_why(query),
        "proof": proof_of(query.token) if view else "",
    }
    count_shown(request, Place.PHOTO, results.cards)
    count_search(request, likeliest(query.labels, "type"), nothing_close=results.weak or not results.total)
    template = "photo_answer.html" if is_fragment(request) else "photo_results.html"
    return _page(request, template, context, results.status)


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
        "samples": () if photo else sample_photos(),
    }
    if is_fragment(request):
        template = "photo_refused_answer.html"
    response = _page(request, template, context, refusal.status)
    if isinstance(refusal, PictureBusy):
        response["Retry-After"] = refusal.retry_after
    return response


def ended_page(request: HttpRequest) -> HttpResponse:
    return _page(request, "photo_ended.html", {"samples": sample_photos()}, HTTPStatus.NOT_FOUND)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    context["hours"] = settings.VITRINE_PHOTO_QUERY_HOURS
    response = render(request, f"recommendations/{template}", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response
