"""What pages and the API tell of their tiles: no query, no write, one message to Valkey.

In the API only who shows a token is counted: without one, nobody tells an app from a script there.
"""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from catalog.cards import ProductCard
from shop.shown_tokens import holder_shown

from .interaction_queue import MISSED, SEARCHED, Message, interaction_queue
from .models import InteractionKind
from .places import place_named
from .shoppers import came_from_here, holder_key, is_counted, shopper_key


def count_shown(
    request: HttpRequest, place: str, cards: Iterable[ProductCard], *, anchor_id: int | None = None
) -> None:
    """These tiles were printed, in this order, in the list `place`, which is about `anchor_id` if it is."""
    if is_counted(request):
        _put_shown(shopper_key(request), place, cards, anchor_id, first=1)


def count_sent(
    request: HttpRequest,
    place: str,
    cards: Iterable[ProductCard],
    *,
    anchor_id: int | None = None,
    first: int = 1,
) -> None:
    """As `count_shown`, by the API; `first` is the place of the first one in the list."""
    if app := _app_key(request):
        _put_shown(app, place, cards, anchor_id, first=first)


def count_click(request: HttpRequest, product_id: int) -> None:
    """The product was opened; counted where the address says which list led there."""
    place = place_named(request.GET.get("source", ""))
    if not place:
        return
    shopper = _app_key(request)
    if shopper is None and is_counted(request) and came_from_here(request):
        shopper = shopper_key(request)
    if shopper:
        _put(InteractionKind.CLICKED, shopper, place, [product_id])


def count_search(request: HttpRequest, product_type: str, *, nothing_close: bool) -> None:
    """A photo was searched with that was taken for this type of goods, on a page."""
    if product_type and is_counted(request):
        _put_search(shopper_key(request), product_type, nothing_close)


def count_search_sent(request: HttpRequest, product_type: str, *, nothing_close: bool) -> None:
    """As `count_search`, by the API."""
    if product_type and (app := _app_key(request)):
        _put_search(app, product_type, nothing_close)


def _app_key(request: HttpRequest) -> UUID | None:
    holder = holder_shown(request)
    return holder_key(holder) if holder.is_known else None


def _put_shown(
    shopper: UUID, place: str, cards: Iterable[ProductCard], anchor_id: int | None, *, first: int
) -> None:
    if ids := [card.product_id for card in cards]:
        _put(InteractionKind.SHOWN, shopper, place, ids, anchor_id=anchor_id, first=first)


def _put_search(shopper: UUID, product_type: str, nothing_close: bool) -> None:
    _put(MISSED if nothing_close else SEARCHED, shopper, product_type, [])


def _put(
    kind: str,
    shopper: UUID,
    place: str,
    product_ids: list[int],
    *,
    anchor_id: int | None = None,
    first: int | None = None,
) -> None:
    message = Message(
        kind=kind,
        place=place,
        shopper=shopper,
        product_ids=product_ids,
        at=timezone.now(),
        anchor_id=anchor_id,
        first=first,
    )
    interaction_queue().put(message)
