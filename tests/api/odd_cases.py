"""Asking a running API what nobody would: schemathesis, all its phases, as one shopper.

Two of three cases name things that there are, and four of five say what makes sense, so that what lies
behind the first refusal is met, too. A case is told from itself which of these it is: the same seed asks the
same again.
"""

import random
import threading
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from django.db import connection
from drf_spectacular.generators import SchemaGenerator
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

from .world import World

SEED = 7
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
PHASES = ("examples", "coverage", "fuzzing", "stateful")

Shopper = Callable[[str], dict[str, str]]
"""The headers for an operation, by its id."""


@dataclass
class Answers:
    """Of one run: how many of each status in each phase, and what must not be, as sentences."""

    by_phase: dict[str, Counter[int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def statuses(self) -> Counter[int]:
        return sum(self.by_phase.values(), Counter())

    @property
    def good(self) -> float:
        """The share that was answered 2xx."""
        statuses = self.statuses
        return sum(count for status, count in statuses.items() if status < 300) / max(1, statuses.total())


def ask_oddly(
    url: str, world: World, shopper: Shopper, *, cases: int, phases: tuple[str, ...] = PHASES
) -> Answers:
    """At most `cases` for each operation in a phase that draws them."""
    document = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    schema = schemathesis.openapi.from_dict(document, config=_config(url, cases, phases))
    answers = Answers()
    sense = _sense(world, shopper)
    schemathesis.hook("before_call")(sense)
    try:
        for event in from_schema(schema).execute():
            _note(event, answers)
    finally:
        schemathesis.hooks.unregister(sense)
    return answers


def _config(url: str, cases: int, phases: tuple[str, ...]) -> SchemathesisConfig:
    return SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "base-url": url,
            "continue-on-failure": True,
            "request-timeout": 60,
            "generation": {"max-examples": cases, "database": "none"},
            "phases": {
                **{name: {"enabled": name in phases} for name in PHASES},
                "stateful": {"enabled": "stateful" in phases, "max-steps": 4},
            },
            "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
        }
    )


def _sense(world: World, shopper: Shopper) -> Callable[..., None]:
    def before_call(context: Any, case: Any, kwargs: Any) -> None:
        try:
            make_sense(case)
        finally:
            if threading.current_thread() is not threading.main_thread():
                connection.close()  # which a worker of schemathesis would leave open

    def make_sense(case: Any) -> None:
        name = case.operation.definition.raw["operationId"]
        shown = shopper(name)
        case.headers.update({**shown, "Connection": "close"})  # or a server's thread waits for more
        told = repr((name, case.path_parameters, case.query, case.body))
        draw = random.Random(zlib.crc32(told.encode("utf-8", "backslashreplace")))
        if draw.random() < 2 / 3:
            known = world.known(case.operation.path)
            case.path_parameters.update({each: known[each] for each in case.path_parameters})
        if draw.random() < 4 / 5:
            _make_sense(case, name, world, shown)

    return before_call


def _make_sense(case: Any, name: str, world: World, shown: dict[str, str]) -> None:
    case.query = {}
    for header in {"Guest-Token", "Order-Token", "X-Session-Token"} - set(shown):
        case.headers.pop(header, None)
    if name in ("cart_lines_partial_update", "cart_lines_destroy", "orders_create"):
        line = {"sku": world.sku, "quantity": 1}
        world.guest.client.post("/api/v1/cart/lines/", line, "application/json", headers=shown)
    if name == "orders_create":
        case.headers["Idempotency-Key"] = f"{random.Random(repr(case.body)).random():.16f}"
    body = world.body(name)
    if body is not None and name not in ("account_password_create", "account_deletion_create"):
        case.body, case.media_type = body, "application/json"


def _note(event: Any, answers: Answers) -> None:
    if isinstance(event, (events.NonFatalError, events.FatalError)):
        answers.faults.append(str(event))
    if not isinstance(event, events.ScenarioFinished):
        return
    statuses = answers.by_phase.setdefault(str(event.phase.value), Counter())
    for interaction in event.recorder.interactions.values():
        if interaction.response is not None:
            statuses[interaction.response.status_code] += 1
    for checks in event.recorder.checks.values():
        for check in checks:
            if check.status == Status.FAILURE and check.failure_info:
                answers.faults.append(f"{event.recorder.label}: {check.failure_info.failure}")
