from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalog.models import ProductImage
from catalog.services.thumbnails import make_all_anew
from operations.media.refusals import storage_refusal
from operations.media.transfer import Outcome, TransferError, put_pictures


class Command(BaseCommand):
    help = (
        "Copies the pictures of a media folder into the storage that the settings name now, and compares "
        "each with its digest. Run it again where it broke off; thumbnails are made anew by the workers."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="what VITRINE_MEDIA_ROOT was")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder: name the one that pictures were stored in.")
        counts = self._put(folder)
        if counts[Outcome.PUT]:
            make_all_anew(now=timezone.now())
        self.stdout.write(
            f"{counts[Outcome.PUT]} pictures copied, {counts[Outcome.KEPT]} were there already, "
            f"{counts[Outcome.MISSING]} are missing, {counts[Outcome.DAMAGED]} are damaged."
        )
        if counts[Outcome.MISSING] or counts[Outcome.DAMAGED]:
            raise CommandError("Save the named pictures again in the admin, or restore them from a backup.")

    def _put(self, folder: Path) -> Counter[Outcome]:
        counts: Counter[Outcome] = Counter()
        bar = tqdm(put_pictures(folder), total=ProductImage.objects.count(), unit="picture", disable=None)
        try:
            for name, outcome in bar:
                counts[outcome] += 1
                if outcome in (Outcome.MISSING, Outcome.DAMAGED):
                    self.stderr.write(f"{name} is {outcome}.")
        except TransferError as error:
            raise CommandError(str(error)) from error
        except Exception as error:  # storages raise whatever their client library raises
            raise CommandError(storage_refusal(error)) from error
        return counts
