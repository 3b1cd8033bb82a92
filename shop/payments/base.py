"""What the shop asks of a payment provider."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self
from uuid import UUID

from django.utils.functional import Promise

from catalog.money import Money

from ..models import DisputeState, Payment, PaymentState


@dataclass(frozen=True)
class Charge:
    """`reference` is the shop's: asked for twice, it is one charge. `choice` is what the shopper picked.

    `provider_id` is the provider's own name for it, empty until it has told one.
    """

    reference: UUID
    amount: Money
    order_number: str
    choice: str = ""
    provider_id: str = ""

    @classmethod
    def of(cls, payment: Payment) -> Self:
        number, provider_id = payment.order.number, payment.provider_id
        return cls(payment.reference, payment.amount, number, payment.choice, provider_id)


@dataclass(frozen=True)
class Outcome:
    """What the provider says of a charge now; `message` is a translated sentence for the shopper, if any."""

    state: PaymentState
    provider_id: str = ""
    message: str = ""


@dataclass(frozen=True)
class PaidBack:
    """What went back to whoever paid. `reference` is the shop's own where the shop asked for it."""

    reference: UUID
    amount: Money


@dataclass(frozen=True)
class DisputeNews:
    """`amount` is its own, which may be less than what was paid; `reason` is the provider's word."""

    provider_id: str
    state: DisputeState
    amount: Money
    reason: str = ""


@dataclass(frozen=True)
class News:
    """What a provider tells by itself, by an id that comes again when it is told again.

    It is about a payment, by `reference` or by the provider's own id: its `outcome`, that money of it was
    `paid_back`, or a `dispute`; or about a `refund`, by reference; or about nothing of the shop's.
    """

    event_id: str
    kind: str
    reference: UUID | None = None
    provider_id: str = ""
    outcome: Outcome | None = None
    paid_back: bool = False
    dispute: DisputeNews | None = None
    refund: UUID | None = None


class NotGenuine(Exception):  # noqa: N818 - named for what is the case
    """What came was not signed by the provider, or is no news at all."""


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

    def paid_back(self, charge: Charge) -> Sequence[PaidBack]:
        """All that went back, whoever asked for it."""

    def client_secret(self, charge: Charge) -> str:
        """What the shopper's browser pays with; empty where it has nothing to do."""

    def read_news(self, *, body: bytes, headers: Mapping[str, str]) -> News:
        """Raises NotGenuine."""


class SilentProvider:
    """One that does what the shop asks it, and neither talks to browsers nor tells anything by itself."""

    def paid_back(self, charge: Charge) -> Sequence[PaidBack]:
        return ()

    def client_secret(self, charge: Charge) -> str:
        return ""

    def read_news(self, *, body: bytes, headers: Mapping[str, str]) -> News:
        """Raises NotGenuine."""
        raise NotGenuine
