"""From what was found to what is answered."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from rest_framework.request import Request

from catalog.api.cursors import cursor_of, next_url
from catalog.api.tiles import tile
from catalog.cards import ProductCard
from catalog.imaging import Box
from catalog.selectors import Facets

from ...counting import count_search_sent, count_sent
from ...guesses import likeliest
from ...hints import SENTENCES
from ...looking import Look
from ...models import PhotoQuery
from ...places import Place
from ...presenters.cards import cards_of
from ...presenters.photo_matches import photo_matches
from ...presenters.photo_regions import region_names
from ...reasons import reasons
from ...refinements import Values, asked
from ...search_proof import proof_of
from ...selectors import Match
from ...strength import strength_of
from .forms import VisualSearchForm

_TRACE = ("photo", "box")
"""What a search begins with and its address has no place for."""


def answer_to(
    request: Request, query: PhotoQuery, form: VisualSearchForm, *, sold: Facets, is_owner: bool
) -> dict[str, Any]:
    """A part of what was found, as VisualSearchSerializer describes it; `sold` is what the form chooses from.

    Raises ValidationError for a cursor of another list.
    """
    values = asked(form.as_the_page_says_it())
    found = photo_matches(query=query, values=values, sold=sold, within=form.within())
    first: int = cursor_of(request) or 0
    last = first + form.page_size
    more = last if last < len(found.matches) else None
    matches = found.matches[first:last]
    cards = cards_of(matches, colours=found.form.filters().colours)
    _count(request, query, cards, first=first, nothing_close=found.weak or not found.matches)
    path = reverse("recommendations-api:visual-search", args=[query.token])
    return {
        "id": query.token,
        "expires_at": query.expires_at,
        "box": asdict(Box(*query.box)) if is_owner else None,
        "labels": _labels(query) if is_owner else None,
        "guessed": _guessed(found.guessed),
        "left_out": found.left_out,
        "weak_match": found.weak,
        "total": len(found.matches),
        "results": _results(request, query, matches, cards),
        "next": next_url(request, more, path=path, query=_address(form.data)),  # type: ignore[arg-type]
    }


def answer_of_look(seen: Look) -> dict[str, Any]:
    """What is known only while the photo is there: what NewSearchSerializer adds."""
    names = region_names(seen.focus, seen.query.labels)
    return {
        "token": proof_of(seen.query.token),
        "regions": [
            {"box": asdict(region.box), "type": name, "confidence": region.confidence}
            for name, region in zip(names, seen.focus.regions, strict=True)
        ],
        "quality": [{"code": key, "message": str(SENTENCES[key])} for key in seen.hints],
    }


def _count(
    request: Request, query: PhotoQuery, cards: Sequence[ProductCard], *, first: int, nothing_close: bool
) -> None:
    count_sent(request._request, Place.PHOTO, cards, first=first + 1)
    if not first:
        count_search_sent(request._request, likeliest(query.labels, "type"), nothing_close=nothing_close)


def _address(data: QueryDict) -> QueryDict:
    query = data.copy()
    for name in _TRACE:
        query.pop(name, None)
    return query


def _labels(query: PhotoQuery) -> dict[str, Any]:
    return {
        head: [{"value": value, "probability": share} for value, share in query.labels.get(head, ())]
        for head in ("type", "colour")
    }


def _guessed(values: Values) -> dict[str, Any]:
    lists = {name: list(values.get(name, ())) for name in ("type", "colour", "gender")}
    return {**lists, "in_stock": bool(values.get("in_stock"))}


def _results(
    request: Request, query: PhotoQuery, matches: Sequence[Match], cards: Sequence[ProductCard]
) -> list[dict[str, Any]]:
    similarities = {match.product_id: match.similarity for match in matches}
    kind = next((value for value, _share in query.labels.get("type", ())), "")
    results = []
    for card in cards:
        similarity = similarities[card.product_id]
        results.append(
            {
                "product": tile(card, request.build_absolute_uri),
                "similarity": round(similarity, 4),
                "strength": strength_of(similarity, encoder_key=query.encoder.key, kind=kind),
                "why": reasons(query.labels, product_type=card.product_type, colours=card.colours),
            }
        )
    return results
