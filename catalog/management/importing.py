"""What the commands that import have in common: the bar, the rejects, the sum."""

from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalog.importing import (
    Batch,
    CatalogueFileError,
    ImportRunningError,
    Source,
    import_products,
    open_source,
)


@dataclass
class Sum:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def add(self, batch: Batch) -> None:
        self.created += batch.created
        self.updated += batch.updated
        self.unchanged += batch.unchanged
        self.rejected += len(batch.rejects)

    @property
    def imported(self) -> int:
        return self.created + self.updated + self.unchanged

    def __str__(self) -> str:
        return (
            f"{self.created} created, {self.updated} updated, {self.unchanged} unchanged. "
            f"Lines rejected: {self.rejected}."
        )


def run_import(command: BaseCommand, folder: Path, *, verbosity: int) -> None:
    """Imports `folder`. Raises CommandError where nothing in it could be imported."""
    try:
        source = open_source(folder)
        done = _import(command, source, verbosity)
    except (CatalogueFileError, ImportRunningError) as error:
        raise CommandError(str(error)) from error
    if not done.imported:
        raise CommandError(f"Nothing was imported from {folder}. Lines rejected: {done.rejected}.")
    if verbosity:
        command.stdout.write(f"Products: {done}")


def _import(command: BaseCommand, source: Source, verbosity: int) -> Sum:
    if ignored := source.ignored_columns:
        command.stderr.write(f"Ignored columns: {', '.join(ignored)}.")
    done, line = Sum(), 1
    # `None` shows the bar on a terminal only.
    with tqdm(total=source.lines, desc="Importing", unit="line", disable=None if verbosity else True) as bar:
        for batch in import_products(source=source, now=timezone.now()):
            done.add(batch)
            for reject in batch.rejects:
                bar.clear()
                command.stderr.write(f"{source.table.name}, {reject}")
            bar.update(batch.last_line - line)
            line = batch.last_line
    return done
