"""Jobs from tables that are written in the test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings

from catalog.importing.job import take_turn
from catalog.models import ImportJob
from catalog.services.import_jobs import begin_import
from tests.importing.folders import OWN_HEADER

Begin = Callable[..., ImportJob]


@pytest.fixture(autouse=True)
def import_root(tmp_path: Path, settings: Settings) -> Path:
    settings.VITRINE_IMPORT_ROOT = tmp_path / "imports"
    return tmp_path / "imports"


@pytest.fixture(autouse=True)
def own_pictures(tmp_path: Path, settings: Settings) -> None:
    """A picture keeps its name, whatever other tests have stored."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def begin(db: None) -> Begin:
    """A job of a CSV with these rows in our own columns, and a ZIP with pictures."""

    def begin(*rows: str, header: str = OWN_HEADER, pictures: bytes | None = None) -> ImportJob:
        table = SimpleUploadedFile("products.csv", "\n".join([header, *rows]).encode())
        archive = SimpleUploadedFile("pictures.zip", pictures) if pictures else None
        return begin_import(table=table, pictures=archive, actor="owner", now=timezone.now())

    return begin


def turn(job: ImportJob, **options: Any) -> ImportJob:
    """After one turn of a worker."""
    take_turn(job_id=job.pk, now=timezone.now(), **options)
    job.refresh_from_db()
    return job
