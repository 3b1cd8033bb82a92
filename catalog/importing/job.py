"""A worker's turn at an import: some batches, each stored with its report and the line that it ends at."""

from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.models import ImportJob, ImportLine, JobState, Outcome
from catalog.services.import_jobs import PICTURES_ZIP, end, folder_of

from .archive import unpack_pictures
from .errors import CatalogueFileError, Reject
from .lock import ImportRunningError, import_lock
from .preview import preview_products
from .run import BATCH, import_products
from .source import Source, open_source

TURN_SECONDS: Final = 45.0
MOST_FAILURES: Final = 5


class _Stopped(Exception):  # noqa: N818 - it says what is the case
    """Another worker has brought the job further."""


@dataclass(frozen=True)
class _Part:
    last_line: int
    created: int
    updated: int
    unchanged: int
    rejects: Sequence[Reject]
    lines: Sequence[ImportLine]


Parts = Generator[_Part, None, None]


def take_turn(*, job_id: int, now: datetime, seconds: float = TURN_SECONDS, batch_size: int = BATCH) -> bool:
    """Works on a job for about so long; whether another turn is wanted.

    Killed at any point, the next turn begins after the last batch that was stored. While another import runs
    nothing is done, and a sweep asks again.
    """
    job = _begin(job_id, now)
    if job is None:
        return False
    try:
        with import_lock(), _in_language_of(job):
            return not _work(job, _source(job), monotonic() + seconds, batch_size)
    except CatalogueFileError as error:
        _fail(job, str(error))
    except _Stopped:
        pass
    except ImportRunningError:
        ImportJob.objects.filter(pk=job.pk).update(failures=F("failures") - 1)
    return False


@transaction.atomic
def _begin(job_id: int, now: datetime) -> ImportJob | None:
    job = ImportJob.objects.select_for_update().filter(pk=job_id).first()
    if job is None or not job.is_working:
        return None
    if job.failures >= MOST_FAILURES:
        with _in_language_of(job):
            said = _("A worker stopped %(count)d times after line %(line)d. Look at the rows that follow it.")
        end(job, JobState.FAILED, said % {"count": job.failures, "line": job.last_line})
        return None
    job.failures, job.beat_at = job.failures + 1, now
    job.save(update_fields=["failures", "beat_at"])
    return job


def _in_language_of(job: ImportJob) -> AbstractContextManager[None]:
    """What is said of the rows is read by who began the import."""
    return override(job.language or settings.LANGUAGE_CODE)


def _source(job: ImportJob) -> Source:
    """Raises CatalogueFileError."""
    folder = folder_of(job)
    if (folder / PICTURES_ZIP).is_file():
        unpack_pictures(folder / PICTURES_ZIP, folder / "images")
    (folder / "images").mkdir(parents=True, exist_ok=True)
    source = open_source(folder)
    ImportJob.objects.filter(pk=job.pk).update(
        lines=source.lines, ignored_columns=", ".join(source.ignored_columns)
    )
    return source


def _work(job: ImportJob, source: Source, until: float, batch_size: int) -> bool:
    """Whether the phase is over. Raises _Stopped."""
    phase = _check if job.state == JobState.CHECKING else _import
    parts = phase(job, source, batch_size)
    with closing(parts):
        while monotonic() < until:
            with transaction.atomic():
                part = next(parts, None)
                goes_on = _store(job, part) if part else _end_phase(job)
            if not goes_on:
                return True
    return False


def _check(job: ImportJob, source: Source, batch_size: int) -> Parts:
    for preview in preview_products(source=source, after=job.last_line, batch_size=batch_size):
        new = sum(plan.is_new for plan in preview.planned)
        counts = (new, len(preview.planned) - new, preview.unchanged)
        lines = [
            _line(job, plan.line, plan.is_new, plan.external_id, "\n".join(map(str, plan.changes)))
            for plan in preview.planned
        ]
        yield _Part(preview.last_line, *counts, preview.rejects, lines)


def _import(job: ImportJob, source: Source, batch_size: int) -> Parts:
    now = timezone.now()
    for batch in import_products(source=source, now=now, after=job.last_line, batch_size=batch_size):
        counts = (batch.created, batch.updated, batch.unchanged)
        lines = [_line(job, item.line, item.is_new, item.external_id) for item in batch.written]
        yield _Part(batch.last_line, *counts, batch.rejects, lines)


def _line(job: ImportJob, line: int, is_new: bool, external_id: str, text: str = "") -> ImportLine:
    outcome = Outcome.NEW if is_new else Outcome.CHANGED
    is_check = job.state == JobState.CHECKING
    return ImportLine(
        job=job, is_check=is_check, line=line, outcome=outcome, external_id=external_id, text=text
    )


def _store(job: ImportJob, part: _Part) -> bool:
    """Whether to go on: what is done when somebody calls the job off stays. Raises _Stopped."""
    now = ImportJob.objects.select_for_update().get(pk=job.pk)
    if now.last_line != job.last_line:
        raise _Stopped
    is_check = job.state == JobState.CHECKING
    rejects = [
        ImportLine(job=job, is_check=is_check, line=item.line, outcome=Outcome.REJECTED, text=item.reason)
        for item in part.rejects
    ]
    ImportLine.objects.bulk_create([*part.lines, *rejects])
    now.last_line, now.failures, now.beat_at = part.last_line, 0, timezone.now()
    now.created += part.created
    now.updated += part.updated
    now.unchanged += part.unchanged
    now.rejected += len(rejects)
    now.save()
    job.last_line = now.last_line
    return now.state == job.state


def _end_phase(job: ImportJob) -> bool:
    """Never to go on."""
    now = ImportJob.objects.select_for_update().get(pk=job.pk)
    if now.state == JobState.CHECKING:
        now.state = JobState.CHECKED
        now.save(update_fields=["state"])
    elif now.state == JobState.IMPORTING:
        end(now, JobState.DONE)
    return False


def _fail(job: ImportJob, error: str) -> None:
    with transaction.atomic():
        now = ImportJob.objects.select_for_update().get(pk=job.pk)
        if now.is_working:
            end(now, JobState.FAILED, error)
