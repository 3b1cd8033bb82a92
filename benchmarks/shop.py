"""The measured shop: a real catalogue on servers of its own, kept for the next run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from config.demo.checks import only_demo
from config.demo.children import Child
from config.demo.preparation import prepare
from config.demo.signals import StopSignals
from config.servers.embedded import embedded_servers
from config.servers.state import PROJECT, StateFolder


@contextmanager
def measured_shop(var: Path = PROJECT / "var" / "bench") -> Iterator[StateFolder]:
    """Django set up as in the demo, on embedded servers whatever the environment names.

    Raises DemoError, ServerError.
    """
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    os.environ |= {"VITRINE_VAR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
    os.environ |= dict.fromkeys(("VITRINE_LIMIT", "VITRINE_LIMIT_PHOTO"), "1000000/minute")
    state = StateFolder.from_environment()
    with only_demo(state), embedded_servers(stop=True):
        prepare()
        try:
            yield state
        finally:
            connection.close()


@contextmanager
def running(child: Child, signals: StopSignals) -> Iterator[Child]:
    try:
        yield child
    finally:
        child.stop(signals)


def import_once(state: StateFolder, folder: Path) -> None:
    """Raises CommandError."""
    note = state.root / "catalogue"
    if not note.exists():
        call_command("import_catalog", str(folder))
        note.write_text(str(folder))


def tidy() -> None:
    """What a shop's database has done by itself a while after its rows came in."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
