"""Imports that a worker carries out: begun with files, let go on after the check, called off."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..models import WORKING, ImportJob, JobState

TABLES: Final = (".csv", ".xlsx")
PICTURES_ZIP: Final = "pictures.zip"
_ENDED = (JobState.DONE, JobState.CANCELLED, JobState.FAILED)


class ImportJobError(ValueError):
    """What cannot be done to a job as it is. `str()` is a translated sentence."""


def folder_of(job: ImportJob) -> Path:
    """Where its files lie; web servers and workers share it."""
    return Path(settings.VITRINE_IMPORT_ROOT) / str(job.pk)


def begin_import(
    *, table: "UploadedFile[Any]", pictures: "UploadedFile[Any] | None", actor: str, now: datetime
) -> ImportJob:
    """Stores the files, to be checked. Raises ImportJobError for a table that is neither CSV nor Excel."""
    ending = Path(table.name or "").suffix.lower()
    if ending not in TABLES:
        raise ImportJobError(_("Choose a CSV file or an Excel file that ends in .xlsx."))
    with transaction.atomic():
        name, language = (table.name or "")[:200], get_language() or ""
        job = ImportJob.objects.create(name=name, actor=actor, language=language, beat_at=now)
        folder = folder_of(job)
        folder.mkdir(parents=True)
        try:
            _write(table, folder / f"products{ending}")
            if pictures:
                _write(pictures, folder / PICTURES_ZIP)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return job


@transaction.atomic
def go_on(*, job_id: int, now: datetime) -> None:
    """From the check to the import. Raises ImportJobError unless the check has just ended."""
    job = ImportJob.objects.select_for_update().get(pk=job_id)
    if job.state != JobState.CHECKED:
        raise ImportJobError(_("This import has gone on already."))
    job.state, job.last_line, job.failures, job.beat_at = JobState.IMPORTING, 1, 0, now
    job.created = job.updated = job.unchanged = job.rejected = 0
    job.save()


@transaction.atomic
def cancel(*, job_id: int) -> None:
    """Stops after the batch at hand, which stays. Raises ImportJobError for one that has ended."""
    job = ImportJob.objects.select_for_update().get(pk=job_id)
    if job.state in _ENDED:
        raise ImportJobError(_("This import has ended already."))
    end(job, JobState.CANCELLED)


def end(job: ImportJob, state: JobState, error: str = "") -> None:
    """The last change of a job; its files go after the commit."""
    job.state, job.error = state, error
    job.save(update_fields=["state", "error"])
    folder = folder_of(job)
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))


def left_behind(*, before: datetime) -> list[int]:
    """Jobs that should be worked on, and of which nothing was heard since."""
    return list(ImportJob.objects.filter(state__in=WORKING, beat_at__lt=before).values_list("pk", flat=True))


def _write(file: "UploadedFile[Any]", path: Path) -> None:
    with path.open("wb") as target:
        for chunk in file.chunks():
            target.write(chunk)
