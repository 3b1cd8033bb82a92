"""Replicas: reached, and not far behind."""

from collections.abc import Iterator
from typing import Final

from django.db import DatabaseError

from operations.replication import lag_seconds, replica_aliases

from .finding import Finding, fine, problem, warning

LAG_SECONDS: Final = (5.0, 60.0)


def examine() -> Iterator[Finding]:
    for alias in replica_aliases():
        try:
            lag = lag_seconds(alias)
        except DatabaseError:
            text = f"The {alias} does not answer: start it, or take it out of VITRINE_REPLICA_URLS."
            yield problem("replicas", text)
        else:
            yield replica(alias, lag)


def replica(alias: str, lag: float | None) -> Finding:
    """`lag`: seconds; None for a server that is no replica."""
    if lag is None:
        return warning(
            "replicas", f"The {alias} is no replica but a primary: name a standby of the database."
        )
    text = (
        f"The {alias} is {lag:.0f} s behind: see to its replication, or take it out of VITRINE_REPLICA_URLS."
    )
    acceptable, bearable = LAG_SECONDS
    if lag > bearable:
        return problem("replicas", text)
    return warning("replicas", text) if lag > acceptable else fine("replicas", f"The {alias} keeps up.")
