"""What a person can do to an order, each with the form that it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.money import Money

from ..models import Order, OrderState
from ..services.fulfilment import cancel_order, deliver_order, note_payment, pack_order, ship_order
from ..services.refunds import refund_order

S = OrderState


class ActForm(forms.Form):
    """Asks for nothing but a yes."""

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order = order


class ShipForm(ActForm):
    carrier = forms.CharField(label=_("carrier"), max_length=60, required=False)
    tracking_number = forms.CharField(label=_("tracking number"), max_length=80)


class CancelForm(ActForm):
    note = forms.CharField(label=_("why"), max_length=200, required=False)


class RefundForm(ActForm):
    """The amount in major units, and for each line how many come back."""

    amount = forms.DecimalField(label=_("amount"), min_value=0)
    reason = forms.CharField(label=_("reason"), max_length=200, required=False)

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        super().__init__(*args, order=order, **kwargs)
        payment = order.payments.last()
        self.fields["amount"].initial = payment.refundable.amount if payment else 0
        for line in order.lines.all():
            self.fields[f"back-{line.pk}"] = forms.IntegerField(
                label=_("%(title)s: back on the shelf") % {"title": line.title},
                min_value=0,
                max_value=line.quantity,
                initial=0,
                required=False,
            )

    def clean_amount(self) -> Money:
        try:
            return Money.of(self.cleaned_data["amount"], self.order.currency)
        except ValueError as error:
            raise forms.ValidationError(_("This currency has no such small coins.")) from error

    @property
    def returned(self) -> dict[int, int]:
        """Quantities by line id."""
        back = ((name, value) for name, value in self.cleaned_data.items() if name.startswith("back-"))
        return {int(name.removeprefix("back-")): value for name, value in back if value}


@dataclass(frozen=True)
class Act:
    """`states` are those in which it is offered. `carry_out` raises OrderError."""

    label: str | Promise
    states: frozenset[str]
    form: type[Any]
    carry_out: Callable[[Order, Any, str], object]


ACTS: Final[Mapping[str, Act]] = {
    "pack": Act(
        _("Mark as packed"),
        frozenset({S.PLACED, S.PAID}),
        ActForm,
        lambda order, form, actor: pack_order(order=order, actor=actor),
    ),
    "ship": Act(
        _("Ship"),
        frozenset({S.PACKED}),
        ShipForm,
        lambda order, form, actor: ship_order(
            order=order, actor=actor, now=timezone.now(), **form.cleaned_data
        ),
    ),
    "deliver": Act(
        _("Mark as delivered"),
        frozenset({S.SHIPPED}),
        ActForm,
        lambda order, form, actor: deliver_order(order=order, actor=actor),
    ),
    "note-payment": Act(
        _("The money has arrived"),
        frozenset({S.PLACED, S.PACKED, S.SHIPPED, S.DELIVERED}),
        ActForm,
        lambda order, form, actor: note_payment(order=order, actor=actor, now=timezone.now()),
    ),
    "refund": Act(
        _("Pay back"),
        frozenset({S.PAID, S.PACKED, S.SHIPPED, S.DELIVERED}),
        RefundForm,
        lambda order, form, actor: refund_order(
            order=order,
            amount=form.cleaned_data["amount"],
            reason=form.cleaned_data["reason"],
            returned=form.returned,
            actor=actor,
        ),
    ),
    "cancel": Act(
        _("Cancel"),
        frozenset({S.PLACED, S.PACKED}),
        CancelForm,
        lambda order, form, actor: cancel_order(order=order, actor=actor, note=form.cleaned_data["note"]),
    ),
}


def acts_for(order: Order) -> dict[str, Act]:
    """By key, the next step first."""
    unpaid = {"pack", "note-payment", "cancel"}
    return {
        key: act
        for key, act in ACTS.items()
        if order.state in act.states
        and not (order.paid_at and key in unpaid - {"pack"})
        and not (key == "refund" and not order.paid_at)
        and not (key == "note-payment" and order.payment_method != "invoice")
    }
