"""Workers that die, and messages that come too often."""

import os
import random
import signal
import time
from contextlib import suppress
from typing import Final

from django.db import transaction

from benchmarks.memory import children_of
from catalog.models import ProductImage
from recommendations.models import ImageEmbedding
from recommendations.selectors import embedding_coverage
from recommendations.services.embedding import EMBED_BATCH
from recommendations.tasks import embed_images

from . import DEADLY
from .load import shoppers
from .rig import Rig
from .rows import Row, at_most, exactly, rules, worst
from .stock import ask_for_all, make_product, wait_for_all

DONE_SECONDS: Final = 90.0
DELIVERIES: Final = 100


def child_killed(rig: Rig, moments: int) -> list[Row]:
    """A process of the worker's pool, mid-embedding."""
    times, lost = [], 0
    with shoppers(rig.port):
        for _ in range(moments):
            ask_for_all()
            time.sleep(random.uniform(0.2, 2.0))
            with suppress(ProcessLookupError, IndexError):
                os.kill(random.choice(children_of(_worker(rig))), signal.SIGKILL)
            times.append(wait_for_all(DONE_SECONDS))
            lost += embedding_coverage().missing
    name = f"worker's child killed mid-embedding, {moments} moments"
    return [
        exactly(f"{name}: images lost of {_images()}", lost, 0),
        at_most(f"{name}: all embedded after", worst(times), DONE_SECONDS, "s"),
        rules(name),
    ]


def worker_killed(rig: Rig, moments: int) -> list[Row]:
    """Every process of it; another is started 2 s later, as Docker does."""
    times, lost = [], 0
    with shoppers(rig.port):
        for _ in range(moments):
            ask_for_all()
            time.sleep(random.uniform(0.2, 2.0))
            rig.kill_worker()
            time.sleep(2)
            rig.start_worker()
            times.append(wait_for_all(DONE_SECONDS))
            lost += embedding_coverage().missing
    name = f"whole worker killed, {moments} moments"
    return [
        exactly(f"{name}: images lost of {_images()}", lost, 0),
        at_most(f"{name}: all embedded after", worst(times), DONE_SECONDS, "s"),
        rules(name),
    ]


def deadly_picture(rig: Rig, moments: int) -> list[Row]:
    """Saved at a random moment, and in a batch with others."""
    rig.kill_worker()
    rig.start_worker(["benchmarks.faults.deadly"])
    with shoppers(rig.port):
        times, given_up = zip(*(_save_deadly() for _ in range(moments)), strict=True)
    rig.kill_worker()
    rig.start_worker()
    name = f"picture that kills its decoder, {moments} moments"
    return [
        exactly(f"{name}: failed and visible after three attempts", sum(given_up), moments),
        at_most(f"{name}: all others embedded after", worst(times), DONE_SECONDS, "s"),
        rules(name),
    ]


def _save_deadly() -> tuple[float, bool]:
    """Seconds until all others are embedded, and whether it was given up as it should be."""
    time.sleep(random.uniform(0.2, 2.0))
    with transaction.atomic():  # no worker knows of it before it is asked for with the others
        image = make_product(ending=DEADLY)
        ask_for_all()
    seconds = wait_for_all(DONE_SECONDS, failed=[image.pk])
    row = ImageEmbedding.objects.get(image=image)
    image.product.delete()
    return seconds, (row.attempts, row.state) == (3, "failed")


def delivered_often(rig: Rig, moments: int) -> list[Row]:
    ask_for_all()
    wait_for_all(DONE_SECONDS)
    with shoppers(rig.port):
        times, again = zip(*(_deliver() for _ in range(moments)), strict=True)
    name = f"one task delivered {DELIVERIES} times, {moments} moments"
    return [
        exactly(f"{name}: images embedded more than once", sum(again), 0),
        at_most(f"{name}: done after", worst(times), DONE_SECONDS, "s"),
        rules(name),
    ]


def _deliver() -> tuple[float, int]:
    """Seconds until its pictures are embedded, and how many of them were so more than once."""
    time.sleep(random.uniform(0.2, 2.0))
    every = list(ProductImage.objects.values_list("pk", flat=True))
    ids = random.sample(every, min(EMBED_BATCH, len(every)))
    embeddings = ImageEmbedding.objects.filter(image__in=ids)
    embeddings.update(source_digest="", attempts=0)
    for _ in range(DELIVERIES):
        embed_images.delay(ids)
    seconds = wait_for_all(DONE_SECONDS)
    return seconds, embeddings.exclude(attempts=1).count()


def _worker(rig: Rig) -> int:
    if rig.worker is None:
        raise RuntimeError("No worker was started.")
    return rig.worker.pid


def _images() -> int:
    return ProductImage.objects.count()
