"""Ordering again what was ordered before, as far as it can be bought."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import MAX_QUANTITY, Cart, Order, OrderLine
from .cart import CartError, NotEnoughStock, add_to_cart


@dataclass(frozen=True)
class Reordered:
    """`put` are the titles of what went into the cart; `problems` are sentences about what could not."""

    put: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@transaction.atomic
def reorder(*, order: Order, cart: Cart) -> Reordered:
    """Put an order's goods into the cart, at today's prices; of what is short, as many as there are."""
    done = Reordered()
    for line in order.lines.select_related("variant__product"):
        _put(line, cart, done)
    return done


def _put(line: OrderLine, cart: Cart, done: Reordered) -> None:
    if line.variant is None or not line.variant.product.is_published:
        done.problems.append(_("%(name)s is not sold any more.") % {"name": line.title})
        return
    quantity = line.quantity
    try:
        add_to_cart(cart=cart, sku=line.variant.sku, quantity=quantity)
    except NotEnoughStock as error:
        done.problems.append(str(error))
        quantity = min(error.left, MAX_QUANTITY) - error.in_cart
        if quantity > 0:
            add_to_cart(cart=cart, sku=line.variant.sku, quantity=quantity)
    except CartError as error:
        done.problems.append(f"{line.title}: {error}")
        quantity = 0
    if quantity > 0:
        done.put.append(line.title)
