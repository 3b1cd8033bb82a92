"""A real worker process, fed by the real broker."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from redis import Redis

from catalog.imaging import digest
from recommendations import enqueue
from recommendations.models import EmbeddingState, ImageEmbedding
from recommendations.selectors import embedding_coverage
from tests.factories import make_jpeg, make_product

DEADLY_SEED = 4242
PATIENCE_SECONDS = 60.0


@pytest.fixture
def queue() -> Iterator[str]:
    """The queue, with no message of another test on it."""
    name = "embed"
    with Redis.from_url(settings.REDIS_URL) as redis:
        redis.delete(name)
        yield name
        redis.delete(name)


@pytest.fixture
def worker(transactional_db: None, queue: str, tmp_path: Path) -> Iterator[Path]:
    """Two prefork children; the path of their log."""
    log = tmp_path / "worker.log"
    command = [*(sys.executable, "-m", "celery", "--app=tests.embedding.deadly_worker", "worker")]
    command += ["--concurrency=2", f"--queues={queue}", "--loglevel=INFO"]
    command += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    environment = {
        "DATABASE_URL": _database_url(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "DEADLY_DIGEST": digest(make_jpeg(seed=DEADLY_SEED)),
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield log
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


def _database_url() -> str:
    facts = connection.settings_dict
    host, name = quote(str(facts["HOST"]), safe=""), facts["NAME"]
    password = f":{quote(facts['PASSWORD'])}" if facts["PASSWORD"] else ""
    return f"postgres://{quote(facts['USER'])}{password}@{host}:{facts['PORT']}/{name}"


def wait_for_coverage(log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not embedding_coverage().complete:
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)


def test_saving_a_product_gives_its_images_vectors(worker: Path) -> None:
    product = make_product(images=2)
    wait_for_coverage(worker)
    rows = ImageEmbedding.objects.filter(image__product=product)
    assert [row.state for row in rows] == [EmbeddingState.READY] * 2


def test_a_picture_that_kills_workers_is_given_up_and_stops_nobody(worker: Path) -> None:
    deadly = make_product(images=1, seed=DEADLY_SEED).images.get()
    others = list(make_product(images=3, seed=1).images.values_list("pk", flat=True))
    enqueue.embed([deadly.pk, *others])
    wait_for_coverage(worker)
    assert ImageEmbedding.objects.ready().filter(image__in=others).count() == 3
    row = ImageEmbedding.objects.get(image=deadly)
    assert (row.state, row.attempts) == (EmbeddingState.FAILED, 3)
