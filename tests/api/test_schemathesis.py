"""As a guest, a customer and one who keeps the shop: no 500, nothing that the schema does not say.

In short each operation is asked by one of them. VITRINE_API_CASES says how many odd cases there are for each,
VITRINE_API_REPORT a file for the figures: with it all three ask everything in all phases (`make api-cases`).
"""

import os
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from catalog.models import Product
from tests.similar_looks.gallery import make_gallery

from .customer import Customer
from .odd_cases import PHASES, SEED, Shopper, ask_oddly
from .world import World

pytestmark = pytest.mark.django_db(transaction=True)

WHO = ("guest", "customer", "staff")
CASES = int(os.environ.get("VITRINE_API_CASES", "1"))
REPORT = os.environ.get("VITRINE_API_REPORT")
PAGE = """# Odd cases for the API

What [schemathesis](https://schemathesis.readthedocs.io) asked a running server in all its phases, as a
guest, a customer and one who keeps the shop, with all limits raised; `make api-cases` asks again, with the
same seed. A fault is an answer that is a 500, breaks the schema, or has a status that it does not name.

```
{}
```
"""
SHORT = ("fuzzing", "stateful")


@pytest.fixture(scope="module")
def report(answered: Counter[int]) -> Iterator[list[str]]:
    """Lines that are written when all have asked, and what they say of all together."""
    lines: list[str] = []
    yield lines
    if REPORT and len(lines) > 1:
        good = sum(count for status, count in answered.items() if status < 300)
        lines.append(f"all: {answered.total()} cases, {good / max(1, answered.total()):.0%} answered 2xx")
        Path(REPORT).write_text(PAGE.format("\n".join(lines)))


@pytest.fixture(scope="module")
def answered() -> Counter[int]:
    """The statuses of all who have asked."""
    return Counter()


@pytest.mark.parametrize("who", WHO if REPORT else ["everyone"])
def test_odd_cases(
    who: str, live_server: LiveServer, report: list[str], answered: Counter[int], settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    world = World([*make_gallery(3, seed=0), *_plenty()])
    phases = PHASES if REPORT else SHORT
    answers = ask_oddly(live_server.url, world, shopper(who, world), cases=CASES, phases=phases)
    statuses = answers.statuses
    faults = sorted(set(answers.faults))
    asked = f"{statuses.total()} cases, {answers.good:.0%} answered 2xx, {len(faults)} faults"
    report.append(f"as {who}, seed {SEED}: {asked}")
    report += [f"  {phase}: {dict(sorted(each.items()))}" for phase, each in answers.by_phase.items()]
    assert not faults, "\n".join(faults[:20])
    assert set(answers.by_phase) >= {"fuzzing", "stateful"}
    answered.update(statuses)


def test_at_least_a_third_was_answered_2xx(answered: Counter[int]) -> None:
    """Of all: much of what there is answers a guest with 401, whatever they send."""
    good = sum(count for status, count in answered.items() if status < 300)
    assert good >= answered.total() / 3 > 0, answered


def shopper(who: str, world: World) -> Shopper:
    tokens = {"Search-Token": world.search["token"]}
    if who == "everyone":
        shoppers = [shopper(each, world) for each in WHO]
        return lambda operation: shoppers[zlib.crc32(operation.encode()) % len(WHO)](operation)
    if who == "guest":
        headers = world.guest.headers | tokens | {"Order-Token": world.order.token}
        return lambda operation: headers
    customer = world.owner if who == "customer" else world.staff
    headers = customer.headers | tokens

    def signed_in(operation: str) -> dict[str, str]:
        """Whoever signs out does so in a session of its own."""
        return Customer(customer.user).headers if operation == "auth_session_destroy" else headers

    return signed_in


def _plenty() -> list[Product]:
    """Of which nobody buys the last one."""
    return make_gallery(2, seed=3, stock=100_000)
