"""A merchant imports a table and a folder of pictures: looks at what it would do, lets it, sees it done."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from catalog.importing.job import take_turn
from catalog.models import ImportJob, Product
from tests.factories import make_jpeg
from tests.importing.folders import OWN_HEADER

from .conftest import OpenPage
from .merchant import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = (
    OWN_HEADER,
    "A1,Linen shirt,Shirts,Shirts,Blue,M,49.90,3,new/größe.jpg",
    "A2,No price,Shirts,Shirts,,,,1,new/größe.jpg",
)


def _work() -> None:
    """As the worker does."""
    take_turn(job_id=ImportJob.objects.get().pk, now=timezone.now())


def test_a_file_is_imported(
    open_page: OpenPage, live_server: LiveServer, tmp_path: Path, settings: Settings
) -> None:
    settings.VITRINE_IMPORT_ROOT = tmp_path / "jobs"
    folder = tmp_path / "pictures"
    (folder / "new").mkdir(parents=True)
    (folder / "new" / "größe.jpg").write_bytes(make_jpeg(seed=1))
    (folder / "notes.txt").write_text("No picture.")
    page = open_page(width=1280)
    sign_in(page, live_server.url)
    page.goto("/admin/catalog/product/")
    page.get_by_role("link", name="Import", exact=True).click()
    table: FilePayload = {"name": "products.csv", "mimeType": "text/csv", "buffer": "\n".join(ROWS).encode()}
    page.get_by_label("Table:").set_input_files([table])
    pictures = page.get_by_label("Or a folder with them:")
    expect(pictures).to_be_visible()  # since its script listens
    pictures.set_input_files(folder)
    expect(page.get_by_text("1 of 1 pictures are ready to be sent.")).to_be_visible()
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("progress")).to_be_visible()
    _work()
    # The page reads itself again while a worker is at it.
    expect(page.get_by_text("nothing is imported yet")).to_be_visible()
    expect(page.get_by_role("row", name="2 New A1")).to_be_visible()
    expect(page.get_by_role("row", name="3 Rejected price is empty")).to_be_visible()
    assert not Product.objects.exists()
    page.get_by_role("button", name="Import now").click()
    _work()
    expect(page.get_by_text("Done")).to_be_visible()
    assert Product.objects.get().title == "Linen shirt"
    assert Product.objects.get().images.count() == 1
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the report").click()
    assert "price is empty" in Path(download.value.path()).read_text()
