"""Workers that die, and messages that come too often."""

import os
import random
import signal
import time
from contextlib import suppress
from typing import Final

from benchmarks.memory import children_of
from catalog.models import ProductImage
from recommendations.models import ImageEmbedding
from recommendations.selectors import embedding_coverage
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


def deadly_picture(rig: Rig) -> list[Row]:
    rig.kill_worker()
    image = make_product(ending=DEADLY)
    rig.start_worker(["benchmarks.faults.deadly"])
    ask_for_all()
    seconds = wait_for_all(DONE_SECONDS, failed=[image.pk])
    row = ImageEmbedding.objects.get(image=image)
    rig.kill_worker()
    image.product.delete()
    rig.start_worker()
    name = "picture that kills its decoder"
    return [
        exactly(f"{name}: attempts", row.attempts, 3),
        exactly(f"{name}: then", row.state, "failed"),
        at_most(f"{name}: all others embedded after", seconds, DONE_SECONDS, "s"),
        rules(name),
    ]


def delivered_often(rig: Rig) -> list[Row]:
    ids = list(ProductImage.objects.values_list("pk", flat=True)[:64])
    ask_for_all()
    wait_for_all(DONE_SECONDS)
    ImageEmbedding.objects.filter(image__in=ids).update(source_digest="", attempts=0)
    for _ in range(DELIVERIES):
        embed_images.delay(ids)
    seconds = wait_for_all(DONE_SECONDS)
    attempts = ImageEmbedding.objects.filter(image__in=ids).exclude(attempts=1).count()
    name = f"one task delivered {DELIVERIES} times"
    return [
        exactly(f"{name}: images embedded more than once", attempts, 0),
        at_most(f"{name}: done after", seconds, DONE_SECONDS, "s"),
        rules(name),
    ]


def _worker(rig: Rig) -> int:
    if rig.worker is None:
        raise RuntimeError("No worker was started.")
    return rig.worker.pid


def _images() -> int:
    return ProductImage.objects.count()
