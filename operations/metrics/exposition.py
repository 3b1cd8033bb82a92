"""All metrics as Prometheus reads them."""

import os

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from .facts import Facts

CONTENT_TYPE = CONTENT_TYPE_LATEST


def exposition() -> bytes:
    """What the processes counted, then what the database and the broker know."""
    facts = CollectorRegistry(auto_describe=False)
    facts.register(Facts())
    return generate_latest(_counted()) + generate_latest(facts)


def _counted() -> CollectorRegistry:
    """Of all processes, where they share a folder to count in; else of this one."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
