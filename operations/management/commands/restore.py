import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations.backup.make import restore_backup
from operations.backup.tools import BackupError


class Command(BaseCommand):
    help = "Brings back a backup, migrates it to this version and checks it. What is there now is lost."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="one that `manage.py backup` made")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, folder: Path, yes: bool, **options: Any) -> None:
        if not yes and input("All that is in the database now will be lost. Type yes to go on: ") != "yes":
            raise CommandError("Nothing was changed.")
        begun = time.monotonic()
        try:
            restored = restore_backup(folder, now=timezone.now())
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{restored.orders} orders are back, {restored.images} pictures were put back, "
            f"in {time.monotonic() - begun:.1f} s."
        )
        call_command("check_orders", stdout=self.stdout, stderr=self.stderr)
