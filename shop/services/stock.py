"""What orders do to stock. Rows are locked in the order of their keys: no two orders wait for each other."""

from collections.abc import Iterable, Mapping

from catalog.models import Variant

from ..models import MovementKind, Order, ReservationState, StockMovement, StockReservation


def lock_variants(ids: Iterable[int]) -> dict[int, Variant]:
    """By id, as they are now and until the transaction ends, each with its product."""
    variants = Variant.objects.select_for_update(of=("self",)).select_related("product")
    return {variant.pk: variant for variant in variants.filter(pk__in=set(ids)).order_by("pk")}


def take_stock(order: Order, quantities: Mapping[int, int], *, actor: str) -> None:
    """Of variants that are locked, by id."""
    _move(order, MovementKind.SOLD, {key: -quantity for key, quantity in quantities.items()}, actor, "")


def give_back(
    order: Order, kind: MovementKind, quantities: Mapping[int, int], *, actor: str, note: str = ""
) -> None:
    """To variants that still exist, by id."""
    known = lock_variants(quantities)
    _move(order, kind, {key: quantities[key] for key in known}, actor, note)


def sell_reserved(order: Order) -> None:
    """What was held is sold: no term ends it any more."""
    StockReservation.objects.filter(order=order, state=ReservationState.HELD).update(
        state=ReservationState.SOLD, expires_at=None
    )


def release_reserved(order: Order, *, actor: str, note: str = "") -> None:
    """What was held goes back, once."""
    held = StockReservation.objects.filter(order=order, state=ReservationState.HELD)
    if held.update(state=ReservationState.RELEASED, expires_at=None):
        lines = order.lines.filter(variant__isnull=False)
        quantities = dict(lines.values_list("variant_id", "quantity"))
        give_back(order, MovementKind.RELEASED, quantities, actor=actor, note=note)


def _move(order: Order, kind: MovementKind, deltas: Mapping[int, int], actor: str, note: str) -> None:
    StockMovement.objects.bulk_create(
        StockMovement(variant_id=key, order=order, kind=kind, delta=deltas[key], actor=actor, note=note)
        for key in sorted(deltas)
    )
