"""An order as its page shows it."""

from dataclasses import dataclass

from django.db.models import F, Prefetch

from ..models import Cart, Order, OrderEvent, OrderLine, OrderState, Payment, PaymentState, is_token_of


@dataclass(frozen=True)
class OrderPage:
    """`payment` is the latest. `events` are the changes of state, oldest first."""

    order: Order
    lines: tuple[OrderLine, ...]
    payment: Payment
    events: tuple[OrderEvent, ...]

    @property
    def needs_confirmation(self) -> bool:
        return self.payment.state == PaymentState.NEEDS_CONFIRMATION

    @property
    def asks_for_card(self) -> bool:
        """Whether the shopper types a card into Stripe's fields on this page."""
        return self.needs_confirmation and self.payment.method == "stripe"

    @property
    def is_waiting(self) -> bool:
        """Whether the payment provider has not decided yet."""
        open_states = (PaymentState.PENDING, PaymentState.CREATED)
        return self.order.payment_method != "invoice" and self.payment.state in open_states


def order_to_pay(*, cart: Cart) -> Order | None:
    """The latest order from this cart whose payment the shopper has left before it was confirmed."""
    if cart.pk is None:
        return None
    waiting = {"state": OrderState.PLACED, "payments__state": PaymentState.NEEDS_CONFIRMATION}
    return Order.objects.filter(cart=cart, **waiting).order_by("-id").first()


def order_page(*, number: str, token: str) -> OrderPage | None:
    """None unless the link was signed here: somebody else's order is not there."""
    if not is_token_of(number, token):
        return None
    lines = OrderLine.objects.select_related("order", "variant__product")
    changes = OrderEvent.objects.exclude(from_state=F("to_state"))
    orders = Order.objects.prefetch_related(Prefetch("lines", lines), Prefetch("events", changes), "payments")
    order = orders.filter(number=number).first()
    if order is None:
        return None
    payments = list(order.payments.all())
    return OrderPage(order, tuple(order.lines.all()), payments[-1], tuple(order.events.all()))
