"""The pages of an import: choose, look, let go, take the report along."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog import enqueue
from catalog.models import ImportJob, Product
from tests.catalog_admin.conftest import Staff
from tests.catalog_admin.conftest import owner as owner
from tests.catalog_admin.conftest import staff as staff
from tests.factories import make_jpeg
from tests.importing.folders import OWN_HEADER

from .archives import packed
from .conftest import turn

pytestmark = pytest.mark.django_db

ADD = reverse("admin:catalog_importjob_add")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The jobs that workers were asked to work on."""
    jobs: list[int] = []
    monkeypatch.setattr(enqueue, "import_job", jobs.append)
    return jobs


def _choose(client: Client, name: str = "products.csv") -> Any:
    rows = [OWN_HEADER, "A1,=cmd,Shirts,Shirts,,,10,1,a.jpg", "A2,Shirt,Shirts,Shirts,,,cheap,1,a.jpg"]
    table = SimpleUploadedFile(name, "\n".join(rows).encode())
    pictures = SimpleUploadedFile("p.zip", packed({"a.jpg": make_jpeg(seed=1)}))
    return client.post(ADD, {"table": table, "pictures": pictures}, follow=True)


def _page(client: Client, job: ImportJob) -> str:
    return client.get(reverse("admin:catalog_importjob_change", args=[job.pk])).content.decode()


def _press(client: Client, job: ImportJob, what: str) -> Any:
    return client.post(reverse(f"admin:catalog_importjob_{what}", args=[job.pk]), follow=True)


def test_a_file_is_checked_then_imported_and_the_report_downloaded(owner: Client, asked: list[int]) -> None:
    page = _choose(owner).content.decode()
    job = ImportJob.objects.get()
    assert asked == [job.pk]
    assert "Checking" in page
    assert 'http-equiv="refresh"' in page
    turn(job)
    page = _page(owner, job)
    assert "nothing is imported yet" in page
    assert "is not a number such as 19.99" in page
    assert 'http-equiv="refresh"' not in page
    assert not Product.objects.exists()

    assert _press(owner, job, "go_on").status_code == 200
    assert asked == [job.pk, job.pk]
    turn(job)
    assert Product.objects.get().title == "=cmd"
    report = owner.get(reverse("admin:catalog_importjob_report", args=[job.pk]))
    text = b"".join(report).decode("utf-8-sig")
    assert text.splitlines()[1:] == [
        "2,New,A1,",
        '3,Rejected,,"price ""cheap"" is not a number such as 19.99"',
    ]
    assert "This import has gone on already." in _press(owner, job, "go_on").content.decode()
    assert "This import has ended already." in _press(owner, job, "cancel").content.decode()


def test_what_is_no_table_is_refused_beside_its_field(owner: Client, asked: list[int]) -> None:
    assert "Choose a CSV file or an Excel file" in _choose(owner, "products.pdf").content.decode()
    assert "This field is required." in owner.post(ADD).content.decode()
    assert not ImportJob.objects.exists()


def test_who_may_look_may_not_import(staff: Staff, owner: Client, asked: list[int]) -> None:
    _choose(owner)
    job = ImportJob.objects.get()
    viewer = staff("view_importjob")
    assert job.name in _page(viewer, job)
    assert 'value="Cancel"' not in _page(viewer, job)
    assert {_press(viewer, job, what).status_code for what in ("go_on", "cancel")} == {403}
    assert viewer.get(ADD).status_code == 403


def test_a_worker_is_asked_after_the_commit(
    owner: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        _choose(owner)
    assert any("work_on_import" in repr(callback) for callback in callbacks)
