"""Which state an order may go to from which."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from .models import OrderState

S = OrderState

TRANSITIONS: Final[Mapping[OrderState, frozenset[OrderState]]] = {
    S.PLACED: frozenset({S.PAID, S.PACKED, S.CANCELLED}),
    S.PAID: frozenset({S.PACKED, S.REFUNDED}),
    S.PACKED: frozenset({S.SHIPPED, S.CANCELLED, S.REFUNDED}),
    S.SHIPPED: frozenset({S.DELIVERED, S.REFUNDED}),
    S.DELIVERED: frozenset({S.REFUNDED}),
    S.CANCELLED: frozenset(),
    S.REFUNDED: frozenset(),
}


class OrderError(Exception):
    """A change of an order that was refused; it is as it was. `str()` is a translated sentence."""


class WrongState(OrderError):  # noqa: N818 - named for what is the case
    """The order is in a state that does not allow this."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = OrderState(state), OrderState(wanted)

    def __str__(self) -> str:
        facts = {"state": self.state.label, "wanted": self.wanted.label}
        return _("An order that is “%(state)s” cannot become “%(wanted)s”.") % facts


def check_transition(state: str, wanted: OrderState) -> None:
    """Raises WrongState."""
    if wanted not in TRANSITIONS[OrderState(state)]:
        raise WrongState(state, wanted)
