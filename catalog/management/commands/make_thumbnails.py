from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalog import enqueue
from catalog.models import ProductImage
from catalog.selectors import thumbnail_coverage
from catalog.services.thumbnails import make_all_anew, make_due_thumbnails, retry_failed


class Command(BaseCommand):
    help = "Makes the thumbnails that are missing, beside the workers; those that failed are tried again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="make every thumbnail anew")
        parser.add_argument("--no-wait", action="store_true", help="only send the messages to the workers")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            make_all_anew(now=timezone.now())
        else:
            retry_failed(now=timezone.now())
        due = ProductImage.objects.thumbnails_due(now=timezone.now()).count()
        if options["no_wait"]:
            self._send(due)
        else:
            _make(due)
            self._say()

    def _send(self, due: int) -> None:
        enqueue.thumbnails(images=due)
        if enqueue.broker.rests:
            raise CommandError("The message broker does not answer. Start it, or run this without --no-wait.")
        self.stdout.write(f"{due} images are sent for.")

    def _say(self) -> None:
        coverage = thumbnail_coverage()
        self.stdout.write(f"{coverage.ready} of {coverage.images} images have their thumbnails.")
        if coverage.missing:
            self.stdout.write(f"{coverage.missing} are in a worker's hands.")
        for image in ProductImage.objects.thumbnails_failed():
            self.stderr.write(f"{image.file}: {image.thumbnail_error}")
        if coverage.failed:
            raise CommandError(f"{coverage.failed} images have no thumbnails; they are tried again later.")


def _make(due: int) -> None:
    with tqdm(total=due, unit="image") as bar:
        while taken := make_due_thumbnails(now=timezone.now()).taken:
            bar.update(taken)
