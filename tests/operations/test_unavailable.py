"""The database goes away while somebody shops."""

import errno
import json
from collections.abc import Iterator

import pytest
from botocore.exceptions import EndpointConnectionError
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import connection, connections, transaction
from django.test import Client, RequestFactory

from operations.unavailable import server_error
from tests.factories import make_image, make_product


@pytest.fixture
def _away(db: None, client: Client) -> Iterator[None]:
    """It refuses connections, to pages of errors, too."""
    client.raise_request_exception = False
    before, away = connections["default"], connection.copy()
    away.settings_dict["PORT"] = "1"
    connections["default"] = away
    yield
    connections["default"] = before


@pytest.mark.usefixtures("_away")
def test_the_api_says_when_to_come_back(client: Client) -> None:
    response = client.get("/api/v1/categories/")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "unavailable"


@pytest.mark.usefixtures("_away")
@pytest.mark.parametrize("path", ["/", "/cart/", "/search/?q=shoes", "/visual-search/"])
def test_a_page_says_when_to_come_back(client: Client, path: str) -> None:
    client.cookies["sessionid"] = "anybodys"
    response = client.get(path)
    if path == "/visual-search/" and response.status_code == 200:  # a form that asks no database
        return
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "The shop is not available for a moment" in response.content.decode()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "no"), "The disk of {} is full: free some space."),
        (
            OSError(errno.EROFS, "no"),
            "{} cannot be written to (no): make it this process's own and writable.",
        ),
        (
            OSError(errno.EACCES, "no"),
            "{} cannot be written to (no): make it this process's own and writable.",
        ),
        (OSError(errno.EACCES, "no", "/elsewhere/a.csv"), "/elsewhere cannot be written to (no): make it"),
        (EndpointConnectionError(endpoint_url="http://s3"), "The bucket's server does not answer (Endpoint"),
    ],
    ids=["full", "read-only", "not ours", "not of pictures", "bucket away"],
)
def test_a_storage_that_takes_nothing_is_said_and_leaves_no_row(
    rf: RequestFactory, db: None, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    def full(*args: object) -> None:
        raise error

    product = make_product(images=0)
    monkeypatch.setattr(FileSystemStorage, "_save", full)
    try:
        with transaction.atomic():
            make_image(product)
    except type(error):
        response = server_error(rf.post("/admin/catalog/product/add/"))
        by_a_script = server_error(rf.post("/", headers={"Accept": "application/json"}))
    assert response.status_code == by_a_script.status_code == 507
    assert json.loads(by_a_script.content)["error"] == response.content.decode()
    assert response.content.decode().startswith(sentence.format(settings.MEDIA_ROOT))
    assert not product.images.exists()
