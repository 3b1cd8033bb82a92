"""What shoppers did is written down in batches, and forgotten in time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.models import Product
from shop.holder import Holder
from shop.models import Order, OrderState

from ..interaction_queue import MISSED, SEARCHED, Message, interaction_queue
from ..models import Interaction, InteractionKind, PhotoDemand
from ..places import place_named
from ..shoppers import holder_key

BATCH = 2_000
"""Messages written in one transaction."""
_FORGOTTEN_AT_ONCE = 20_000

# What came of a showing takes its place and what it was about from there, within a day.
_WRITE = """
    INSERT INTO recommendations_interaction
        (kind, place, shopper, product_id, anchor_id, position, at, day)
    SELECT r.kind, r.place, r.shopper, r.product_id, COALESCE(r.anchor_id, s.anchor_id),
        COALESCE(r.position, s.position), r.at, r.day
    FROM unnest(%s::text[], %s::text[], %s::uuid[], %s::bigint[], %s::bigint[], %s::int[], %s::timestamptz[],
        %s::date[]) AS r (kind, place, shopper, product_id, anchor_id, position, at, day)
    LEFT JOIN LATERAL (
        SELECT i.anchor_id, i.position FROM recommendations_interaction i
        WHERE i.shopper = r.shopper AND i.place = r.place AND i.product_id = r.product_id
            AND i.kind = 'shown' AND i.day >= r.day - 1 AND i.at <= r.at
        ORDER BY i.at DESC LIMIT 1
    ) s ON r.kind <> 'shown' AND r.place <> ''
    ON CONFLICT DO NOTHING
"""

_DEMAND = """
    INSERT INTO recommendations_photodemand AS d (shopper, product_type, day, nothing_close)
    VALUES (%s, %s, %s, %s)
    ON CONFLICT (shopper, product_type, day) DO UPDATE
    SET nothing_close = d.nothing_close AND excluded.nothing_close
"""
_SEARCHES = (SEARCHED, MISSED)
_LONGEST_TYPE = 60


class _Row(NamedTuple):
    kind: str
    place: str
    shopper: UUID
    product_id: int
    anchor_id: int | None
    position: int | None
    at: datetime
    day: date


def write_waiting() -> int:
    """Writes down what waits in Valkey; how many messages that were. Raises RedisError."""
    written = 0
    while messages := interaction_queue().take(BATCH):
        write_down(messages)
        written += len(messages)
    return written


@transaction.atomic
def write_down(messages: Sequence[Message]) -> None:
    """Each product of each message once a shopper, place, day and list; of products that are still there."""
    write_demand([message for message in messages if message.kind in _SEARCHES])
    messages = [message for message in messages if message.kind not in _SEARCHES]
    rows = [row for message in messages for row in _rows(message)]
    there = _hold({row.product_id for row in rows} | {row.anchor_id for row in rows if row.anchor_id})
    rows = [row for row in rows if row.product_id in there and (row.anchor_id or row.product_id) in there]
    shown = [row for row in rows if row.kind == InteractionKind.SHOWN]
    # The shown ones first, for the others to be found beside.
    for part in (shown, [row for row in rows if row.kind != InteractionKind.SHOWN]):
        if part:
            with connection.cursor() as cursor:
                cursor.execute(_WRITE, [list(column) for column in zip(*part, strict=True)])


def write_demand(messages: Sequence[Message]) -> None:
    """What was looked for by photo, once a shopper, type and day; what was found once counts as found."""
    missed: dict[tuple[UUID, str, date], bool] = {}
    for message in messages:
        key = (message.shopper, message.place[:_LONGEST_TYPE], timezone.localdate(message.at))
        missed[key] = missed.get(key, True) and message.kind == MISSED
    with connection.cursor() as cursor:
        cursor.executemany(_DEMAND, [(*key, nothing_close) for key, nothing_close in sorted(missed.items())])


def count_sale(*, order_id: int) -> None:
    """What an order bought, from which list; nothing once it was cancelled. Twice is once."""
    order = Order.objects.select_related("cart").filter(pk=order_id).first()
    if order is None:
        return
    messages = list(_sales(order))
    if order.state == OrderState.CANCELLED:
        for message in messages:
            _bought(message).delete()
    elif messages:
        write_down(messages)


def forget_shopper(*, shopper: UUID) -> int:
    """Deletes all that is kept under this key; how many rows."""
    demand = PhotoDemand.objects.filter(shopper=shopper).delete()[0]
    return demand + Interaction.objects.filter(shopper=shopper).delete()[0]


def forget_old() -> int:
    """Deletes what is older than VITRINE_INTERACTION_DAYS, in parts that lock little; how many rows."""
    first = timezone.localdate() - timedelta(days=settings.VITRINE_INTERACTION_DAYS)
    PhotoDemand.objects.filter(day__lt=first).delete()
    old = Interaction.objects.filter(day__lt=first).values("pk")
    return sum(iter(lambda: Interaction.objects.filter(pk__in=old[:_FORGOTTEN_AT_ONCE]).delete()[0], 0))


def _rows(message: Message) -> Iterator[_Row]:
    day = timezone.localdate(message.at)
    for offset, product_id in enumerate(message.product_ids):
        position = None if message.first is None else message.first + offset
        yield _Row(
            *(message.kind, message.place, message.shopper, product_id),
            *(message.anchor_id, position, message.at, day),
        )


def _hold(product_ids: Iterable[int]) -> set[int]:
    """Those that exist, kept from being deleted until the end of the transaction."""
    table = Product._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {table} WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE",  # noqa: S608
            [list(product_ids)],
        )
        return set(chain.from_iterable(cursor.fetchall()))


def _sales(order: Order) -> Iterator[Message]:
    cart = order.cart
    holder = Holder(order.customer_id, cart.token if cart else None)
    if not holder.is_known:
        return
    lines = order.lines.filter(variant__isnull=False).values_list("source", "variant__product_id")
    for source, product_id in lines:
        yield Message(
            kind=InteractionKind.BOUGHT,
            place=place_named(source),
            shopper=holder_key(holder),
            product_ids=[product_id],
            at=order.placed_at,
        )


def _bought(message: Message) -> QuerySet[Interaction]:
    return Interaction.objects.filter(
        kind=message.kind, shopper=message.shopper, product_id=message.product_ids[0], at=message.at
    )
