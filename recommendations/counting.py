"""What pages tell of their tiles: no query, no write, one message to Valkey."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils import timezone

from catalog.cards import ProductCard

from .interaction_queue import MISSED, SEARCHED, Message, interaction_queue
from .models import InteractionKind
from .places import place_named
from .shoppers import came_from_here, is_counted, shopper_key


def count_shown(
    request: HttpRequest, place: str, cards: Iterable[ProductCard], *, anchor_id: int | None = None
) -> None:
    """These tiles were printed, in this order, in the list `place`, which is about `anchor_id` if it is."""
    ids = [card.product_id for card in cards]
    if ids and is_counted(request):
        _put(request, InteractionKind.SHOWN, place, ids, anchor_id=anchor_id, first=1)


def count_click(request: HttpRequest, product_id: int) -> None:
    """The product was opened; counted where the address says which list led there."""
    place = place_named(request.GET.get("source", ""))
    if place and is_counted(request) and came_from_here(request):
        _put(request, InteractionKind.CLICKED, place, [product_id])


def count_search(request: HttpRequest, product_type: str, *, nothing_close: bool) -> None:
    """A photo was searched with that was taken for this type of goods."""
    if product_type and is_counted(request):
        _put(request, MISSED if nothing_close else SEARCHED, product_type, [])


def _put(
    request: HttpRequest,
    kind: str,
    place: str,
    product_ids: list[int],
    *,
    anchor_id: int | None = None,
    first: int | None = None,
) -> None:
    message = Message(
        kind=kind,
        place=place,
        shopper=shopper_key(request),
        product_ids=product_ids,
        at=timezone.now(),
        anchor_id=anchor_id,
        first=first,
    )
    interaction_queue().put(message)
