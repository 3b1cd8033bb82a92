"""A photo is in memory while it is searched with, and nowhere else."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.views.debug import SafeExceptionReporterFilter
from redis import Redis

from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.factories import make_jpeg

from .shop import file, post

pytestmark = pytest.mark.django_db

LARGE = make_jpeg(seed=4, width=600, height=800) + bytes(20 * 1024 * 1024)

_opened: list[str] | None = None


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if _opened is not None and event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        _opened.append(str(arguments[0]))


sys.addaudithook(_listen)  # for good: a hook cannot be taken off again


@contextmanager
def files_opened_for_writing() -> Iterator[list[str]]:
    global _opened
    opened: list[str] = []
    _opened = opened
    try:
        yield opened
    finally:
        _opened = None


def rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def test_the_listener_hears_a_file(tmp_path: Any) -> None:
    with files_opened_for_writing() as opened:
        (tmp_path / "photo").write_bytes(b"x")
    assert opened == [str(tmp_path / "photo")]


def test_twenty_megabytes_touch_no_disk(client: Client, shop: list[Product]) -> None:
    with files_opened_for_writing() as opened:
        found = post(client, {"photo": file(LARGE)})
    assert found.tiles[0] == shop[4].pk
    assert opened == []


def test_nor_does_a_refused_photo(client: Client, db: None) -> None:
    with files_opened_for_writing() as opened:
        assert post(client, {"photo": file(bytes(30 * 1024 * 1024))}).status == 413
    assert opened == []


def test_the_database_gets_one_small_row(client: Client, shop: list[Product]) -> None:
    before = rows()
    post(client, {"photo": file(LARGE)})
    assert rows() == before | {"recommendations_photoquery": 1}
    query = PhotoQuery.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_column_size(q.*) FROM recommendations_photoquery q")
        assert cursor.fetchone()[0] < 1000
    assert set(query.labels) <= {"type", "colour"}


def test_valkey_gets_nothing(client: Client, shop: list[Product]) -> None:
    valkey = Redis.from_url(settings.REDIS_URL)
    before = set(valkey.keys("*"))
    post(client, {"photo": file(LARGE)})
    assert set(valkey.keys("*")) <= before  # what others have put there may run out
    valkey.close()


def test_an_error_report_leaves_the_photo_out(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": file(LARGE)})
    again = post(client, found.fields)
    request = again.response.wsgi_request  # type: ignore[attr-defined]
    report = SafeExceptionReporterFilter().get_post_parameters(request)
    assert report["picture"] == SafeExceptionReporterFilter.cleansed_substitute


def test_the_copy_on_the_page_has_no_metadata(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": file(LARGE)})
    assert b"Exif" not in found.copy
    assert len(found.copy) < 100_000
