"""One backup is one folder, whole or not there: `20261126-220000/{database.dump,media/,about.json}`."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from catalog.models import ProductImage
from catalog.services.thumbnails import make_all_anew
from operations.media.transfer import Outcome, put_pictures
from shop.models import Order

from .pictures import save_pictures
from .tools import BackupError, run_tool

NAME: Final = "%Y%m%d-%H%M%S"
_DUMP: Final = "database.dump"
_ABOUT: Final = "about.json"
# Searches by photo are forgotten within a day: the rows of unlogged tables are left out.
_DUMP_OPTIONS: Final = ("--format=custom", "--no-owner", "--no-unlogged-table-data")


@dataclass(frozen=True)
class Backup:
    """`missing`: names of pictures that rows speak of and the storage lacks."""

    folder: Path
    images: int
    orders: int
    missing: tuple[str, ...] = ()


def make_backup(*, root: Path, now: datetime) -> Backup:
    """Of database and pictures, below `root`. The database first: a picture added since is one too many.

    Raises BackupError.
    """
    folder, draft = root / now.strftime(NAME), root / f".{now.strftime(NAME)}"
    try:
        draft.mkdir(parents=True)
        run_tool("pg_dump", *_DUMP_OPTIONS, f"--file={draft / _DUMP}")
        missing = tuple(save_pictures(draft / "media"))
        images, orders = ProductImage.objects.count(), Order.objects.count()
        about = {"images": images, "orders": orders, "schema": _schema()}
        (draft / _ABOUT).write_text(json.dumps(about, indent=2))
        draft.rename(folder)
    except OSError as error:
        raise BackupError(f"{root} cannot hold a backup ({error}): name a folder with room.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Backup(folder, images, orders, missing)


def restore_backup(folder: Path, *, now: datetime) -> Backup:
    """Everything as it was; what is in the database now is lost. Raises BackupError."""
    if not (folder / _ABOUT).is_file():
        raise BackupError(f"{folder} is no whole backup: name one that `manage.py backup` made.")
    about = json.loads((folder / _ABOUT).read_text())
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connection.close()
    run_tool("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={_name()}", str(folder / _DUMP))
    call_command("migrate", interactive=False, verbosity=0)  # a backup may be of an older version
    put_back = sum(outcome == Outcome.PUT for _, outcome in put_pictures(folder / "media"))
    if put_back:
        make_all_anew(now=now)  # thumbnails are not in the backup
    return Backup(folder, put_back, about["orders"])


def forget_old_backups(*, root: Path, keep: int) -> list[Path]:
    """Deletes all but the newest `keep`; those deleted."""
    old = backups(root)[:-keep] if keep > 0 else []
    for folder in old:
        shutil.rmtree(folder)
    return list(old)


def backups(root: Path) -> Sequence[Path]:
    """The whole ones, oldest first."""
    return sorted(path.parent for path in root.glob(f"*/{_ABOUT}") if not path.parent.name.startswith("."))


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _schema() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)
