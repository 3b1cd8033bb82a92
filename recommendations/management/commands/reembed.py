import time
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from recommendations import enqueue
from recommendations.encoders import EncoderArtefactError, UnknownEncoder
from recommendations.models import Encoder
from recommendations.selectors import Coverage, embedding_coverage
from recommendations.services.embedding import EMBED_BATCH, embed_images
from recommendations.services.encoders import fill_beside
from recommendations.services.gaps import forget_sources, queue_gaps
from recommendations.services.vector_index import ensure_index

POLL_SECONDS = 0.5
STALLED_SECONDS = 60.0
STALLED = (
    f"Nothing was embedded for {STALLED_SECONDS:.0f} seconds. Is a Celery worker running on the queue embed?"
    " Start one, or run this with --inline."
)


class Command(BaseCommand):
    help = "Stores a vector of every image that lacks one, then sees to the encoder's index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--encoder",
            help="a key of `manage.py encoders`, to be filled beside the active one; that one otherwise",
        )
        parser.add_argument("--all", action="store_true", help="make every vector anew, not only what lacks")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--inline", action="store_true", help="in this process, without Celery")
        how.add_argument("--no-wait", action="store_true", help="only send the messages")

    def handle(self, *args: Any, **options: Any) -> None:
        encoder = _encoder(options["encoder"])
        if options["all"]:
            forget_sources(encoder=encoder)
        if embedding_coverage(encoder=encoder).complete:
            ensure_index(encoder=encoder)
            self._say("Nothing to do", encoder)
            return
        image_ids = queue_gaps(encoder=encoder, now=timezone.now(), patience=timedelta(0))
        if options["inline"]:
            _embed_here(image_ids, encoder)
        else:
            _send(image_ids, encoder)
        if options["no_wait"]:
            self.stdout.write(f"{len(image_ids)} images are queued.")
            return
        if not options["inline"]:
            _wait(encoder)
        self._finish(encoder)

    def _finish(self, encoder: Encoder) -> None:
        missing = embedding_coverage(encoder=encoder).missing
        if missing:
            raise CommandError(f"{missing} images still lack a vector: see the log, then run this again.")
        ensure_index(encoder=encoder)
        self._say("Done", encoder)

    def _say(self, what: str, encoder: Encoder) -> None:
        coverage = embedding_coverage(encoder=encoder)
        given_up = f", {coverage.failed} given up (the admin says why)" if coverage.failed else ""
        self.stdout.write(
            f"{what}: {coverage.ready} of {coverage.images} images have a vector of {encoder.key}{given_up}."
        )


def _encoder(key: str | None) -> Encoder:
    try:
        return fill_beside(key=key) if key else Encoder.objects.active()
    except (UnknownEncoder, EncoderArtefactError) as error:
        raise CommandError(str(error)) from error


def _embed_here(image_ids: list[int], encoder: Encoder) -> None:
    with tqdm(total=len(image_ids), unit="image") as bar:
        for start in range(0, len(image_ids), EMBED_BATCH):
            batch = image_ids[start : start + EMBED_BATCH]
            embed_images(image_ids=batch, encoder_key=encoder.key)
            bar.update(len(batch))


def _send(image_ids: list[int], encoder: Encoder) -> None:
    enqueue.embed(image_ids, encoder_key=encoder.key)
    if enqueue.broker.rests:
        raise CommandError("The message broker does not answer. Start it, or run this with --inline.")


def _wait(encoder: Encoder) -> None:
    coverage = embedding_coverage(encoder=encoder)
    moved = time.monotonic()
    with tqdm(total=coverage.images, initial=_done(coverage), unit="image") as bar:
        while not coverage.complete:
            time.sleep(POLL_SECONDS)
            before, coverage = coverage, embedding_coverage(encoder=encoder)
            bar.update(_done(coverage) - _done(before))
            if coverage != before:
                moved = time.monotonic()
            elif time.monotonic() - moved > STALLED_SECONDS:
                raise CommandError(f"{STALLED} {coverage.missing} images still lack a vector.")


def _done(coverage: Coverage) -> int:
    return coverage.ready + coverage.failed
