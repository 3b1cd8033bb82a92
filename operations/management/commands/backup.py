import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations.backup.make import forget_old_backups, make_backup
from operations.backup.tools import BackupError


class Command(BaseCommand):
    help = "Writes database and pictures into a new folder, then deletes the oldest beyond what is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", default=settings.VITRINE_BACKUP_ROOT, type=Path)
        parser.add_argument("--keep", type=int, default=settings.VITRINE_BACKUPS_KEPT, help="0 keeps all")

    def handle(self, *args: Any, folder: Path, keep: int, **options: Any) -> None:
        begun = time.monotonic()
        try:
            made = make_backup(root=Path(folder), now=timezone.now())
        except BackupError as error:
            raise CommandError(str(error)) from error
        for name in made.missing:
            self.stderr.write(f"The picture {name} is missing in the storage.")
        size = sum(path.stat().st_size for path in made.folder.rglob("*") if path.is_file()) / 2**20
        self.stdout.write(
            f"{made.folder}: {made.orders} orders, {made.images} pictures, {size:.1f} MB, "
            f"in {time.monotonic() - begun:.1f} s."
        )
        for old in forget_old_backups(root=Path(folder), keep=keep):
            self.stdout.write(f"Deleted {old}.")
