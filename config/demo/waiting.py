"""Waits until the worker has filled every vector, the web server answers, and every thumbnail is made."""

import http.client
import io
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command

from config.servers.state import StateFolder

from .checks import DemoError
from .terminal import ProgressLine, say

POLL_SECONDS = 0.5
# Without progress for so long, messages were lost, and the gaps are enqueued again.
GAP_SECONDS = 5.0
STUCK_SECONDS = 180.0
WEB_SECONDS = 60.0


class Growth:
    """How long a count has stood still."""

    def __init__(self) -> None:
        self._count = -1
        self._since = time.monotonic()

    def still_for(self, count: int) -> float:
        """Seconds since the count last grew."""
        if count > self._count:
            self._count, self._since = count, time.monotonic()
        return time.monotonic() - self._since


@dataclass(frozen=True)
class Progress:
    """How far the worker has come with the images."""

    ready: int
    total: int
    failed: int

    @property
    def missing(self) -> int:
        return self.total - self.ready - self.failed


def wait_for_embeddings(state: StateFolder, watch: Callable[[], None]) -> None:
    """Shows how the active encoder's vectors grow, through Celery, until none is missing.

    Raises DemoError when they stop growing.
    """
    from recommendations.selectors import embedding_coverage

    def look() -> Progress:
        coverage = embedding_coverage()
        return Progress(coverage.ready, coverage.images, coverage.failed)

    failed = _wait("Images embedded", look, "reembed", state, watch)
    call_command("reembed", stdout=io.StringIO())  # nothing is left to do but the index
    if failed:
        say(f"{failed} images could not be embedded: the admin says why.")


def wait_for_thumbnails(state: StateFolder, watch: Callable[[], None]) -> None:
    """Shows how the thumbnails grow, through Celery, until none is missing.

    Raises DemoError when they stop growing.
    """
    from catalog.selectors import thumbnail_coverage

    def look() -> Progress:
        coverage = thumbnail_coverage()
        return Progress(coverage.ready, coverage.images, coverage.failed)

    failed = _wait("Pictures scaled", look, "make_thumbnails", state, watch)
    if failed:
        say(f"{failed} pictures could not be scaled: the admin says why.")


def _wait(
    label: str, look: Callable[[], Progress], command: str, state: StateFolder, watch: Callable[[], None]
) -> int:
    """Until nothing is missing; `command` enqueues what is. Returns how many failed."""
    line, growth, reminded = ProgressLine(label), Growth(), False
    while (seen := look()).missing:
        watch()
        line.show(seen.ready, seen.total)
        still = growth.still_for(seen.ready + seen.failed)
        if still > STUCK_SECONDS:
            raise DemoError(f"{label}: the worker does no more: see {state.log / 'worker.log'}.")
        if still > GAP_SECONDS and not reminded:
            call_command(command, no_wait=True, stdout=io.StringIO())
            reminded = True
        time.sleep(POLL_SECONDS)
    line.show(seen.ready, seen.total)
    line.close()
    return seen.failed


def wait_for_web(state: StateFolder, port: int, watch: Callable[[], None]) -> None:
    """Raises DemoError when the web server does not answer with a page."""
    deadline = time.monotonic() + WEB_SECONDS
    while (answer := _answer(port)) != "200":
        watch()
        if time.monotonic() > deadline:
            raise DemoError(f"The web server serves no page ({answer}): see {state.log / 'web.log'}.")
        time.sleep(POLL_SECONDS)


def _answer(port: int) -> str:
    """The status of the home page, or why there is none; asked past any proxy that is set."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WEB_SECONDS)
    try:
        connection.request("GET", "/")
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return str(error)
    finally:
        connection.close()
