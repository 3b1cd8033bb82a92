"""Starts everything in order, watches it, and stops it in the reverse order."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.servers.embedded import Lease, embedded_servers
from config.servers.state import StateFolder

from .checks import DemoError, check_disk, check_port, only_demo
from .children import Child
from .preparation import (
    CODE,
    CUSTOMER,
    leave_database,
    load_catalogue,
    prepare,
    prepare_admin,
    prepare_code,
    prepare_customer,
)
from .programs import start_beat, start_thumbnail_worker, start_web, start_worker
from .signals import StopSignals
from .similar_looks import report_similar_looks
from .terminal import say
from .waiting import wait_for_embeddings, wait_for_thumbnails, wait_for_web

WATCH_SECONDS = 0.5


@dataclass(frozen=True)
class Options:
    """`catalogue`: a folder to import in place of the demo catalogue; else that has so many `products`."""

    port: int
    catalogue: Path | None
    products: int | None = None


def run(options: Options, signals: StopSignals) -> None:
    """Runs the demo until a signal stops it.

    Raises DemoError or ServerError when it cannot start, or one of its parts ends.
    """
    state = StateFolder.from_environment()
    url = f"http://127.0.0.1:{options.port}/"
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.demo", VITRINE_VAR=str(state.root))
    os.environ.setdefault("VITRINE_URL", url)
    with only_demo(state):
        check_port(options.port)
        check_disk(state)
        say("Starting the database and the message broker...")
        with embedded_servers(stop=True) as lease, stopped_at_the_end(signals) as children:
            watch = watcher(state, lease, children)
            start(options, state, children, watch)
            password = prepare_admin(state)
            prepare_customer(password)
            prepare_code()
            say(f"customer: {url}account/  email: {CUSTOMER}  password: the administrator's")
            say(f"discount code: {CODE} (10 % off)")
            say(f"mails: {state.root / 'mails'}")
            say(f"ready: {url}")
            say(f"admin: {url}admin/  user: admin  password: {password}")
            wait_for_thumbnails(state, watch)  # until then pages show the pictures as they are
            leave_database()
            while True:
                watch()
                time.sleep(WATCH_SECONDS)


def start(options: Options, state: StateFolder, children: list[Child], watch: Callable[[], None]) -> None:
    say("Preparing the database and the static files...")
    prepare()
    children.append(start_worker(state))
    children.append(start_thumbnail_worker(state))
    children.append(start_beat(state))
    load_catalogue(state, options.catalogue, options.products)
    children.append(start_web(state, options.port))
    wait_for_embeddings(state, watch)
    wait_for_web(state, options.port, watch)
    report_similar_looks()


def watcher(state: StateFolder, lease: Lease, children: list[Child]) -> Callable[[], None]:
    def watch() -> None:
        for title in lease.dead():
            raise DemoError(f"{title} ended: the demo stops (see {state.log}).")
        for child in children:
            child.watch()

    return watch


@contextmanager
def stopped_at_the_end(signals: StopSignals) -> Iterator[list[Child]]:
    """A list of children, stopped last in, first out: nobody loses the service it needs before it is done."""
    children: list[Child] = []
    try:
        yield children
    finally:
        signals.requested = True
        if children:
            say("Stopping...")
        for child in reversed(children):
            child.stop(signals)
