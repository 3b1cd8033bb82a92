"""How fast a real Celery worker fills the vectors of a whole catalogue."""

import time

from django.utils import timezone

from config.demo.terminal import ProgressLine
from recommendations.enqueue import embed
from recommendations.selectors import active_encoder, embedding_coverage
from recommendations.services.gaps import forget_sources, queue_gaps
from recommendations.services.vector_index import ensure_index

from .figures import Figure

GOAL = 100.0
POLL_SECONDS = 0.25
STUCK_SECONDS = 120.0
# The clock starts here: by then every process of the worker has loaded the encoder.
WARM_SHARE = 0.1


class WorkerStuck(RuntimeError):  # noqa: N818 - named for what is the case
    """No image was embedded for a long while."""


def fill_vectors() -> None:
    """Asks for what is missing, waits for it, and builds the index. Raises WorkerStuck."""
    embed(queue_gaps(encoder=active_encoder(), now=timezone.now()))
    _wait(share=1.0)
    ensure_index(encoder=active_encoder())


def measure_worker() -> Figure:
    """Has every vector made again, by the worker that runs. Raises WorkerStuck."""
    forget_sources(encoder=active_encoder())
    embed(queue_gaps(encoder=active_encoder(), now=timezone.now()))
    first = _wait(share=WARM_SHARE)
    start = time.perf_counter()
    last = _wait(share=1.0)
    rate = (last - first) / (time.perf_counter() - start)
    return Figure(f"embedding by the worker, {last:,} images", rate, "images/s", goal=GOAL, at_least=True)


def _wait(*, share: float) -> int:
    """How many images are done once that share is."""
    progress, grown, before = ProgressLine("Images embedded"), time.monotonic(), -1
    while True:
        coverage = embedding_coverage()
        done = coverage.ready + coverage.failed
        if done >= share * coverage.images:
            return done
        if done > before:
            grown, before = time.monotonic(), done
        if time.monotonic() - grown > STUCK_SECONDS:
            raise WorkerStuck(f"{done} of {coverage.images} images are embedded, and no more come.")
        progress.show(done, coverage.images)
        time.sleep(POLL_SECONDS)
