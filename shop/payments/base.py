"""What the shop asks of a payment provider."""

from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise

from catalog.money import Money

from ..models import PaymentState


@dataclass(frozen=True)
class Charge:
    """`reference` is the shop's: asked for twice, it is one charge. `choice` is what the shopper picked."""

    reference: UUID
    amount: Money
    order_number: str
    choice: str = ""


@dataclass(frozen=True)
class Outcome:
    """What the provider says of a charge now; `message` is a translated sentence for the shopper, if any."""

    state: PaymentState
    provider_id: str = ""
    message: str = ""


class ProviderTimeout(Exception):  # noqa: N818 - named for what is the case
    """No answer: whether anything was charged is not known."""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str | Promise


@dataclass(frozen=True)
class MethodFacts:
    """`waits` tells that goods are held without a term, since money comes later by itself."""

    key: str
    label: str | Promise
    hint: str | Promise
    waits: bool = False
    choices: tuple[Choice, ...] = field(default=())


class Provider(Protocol):
    """Every call may be repeated without another effect, and may raise ProviderTimeout."""

    @property
    def facts(self) -> MethodFacts: ...

    def start(self, charge: Charge) -> Outcome:
        """Charge, or begin to."""

    def look_up(self, charge: Charge) -> Outcome:
        """What has become of it."""

    def confirm(self, charge: Charge, *, agreed: bool) -> Outcome:
        """The shopper answered where a confirmation was asked for."""

    def cancel(self, charge: Charge) -> Outcome:
        """Call it off, unless it is too late: then what it came to."""

    def refund(self, charge: Charge, *, amount: Money, reference: UUID) -> bool:
        """Whether the provider pays it back."""
