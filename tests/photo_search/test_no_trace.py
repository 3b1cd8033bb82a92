"""After many quick searches, some cut half-way, the photo's bytes are nowhere, nor were they meanwhile."""

import http.client
import io
import logging
import os
import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django.live_server_helper import LiveServer
from redis import Redis

from catalog.imaging import encode_jpeg
from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.factories import make_jpeg, make_pixels

from .conftest import make_shop
from .shop import URL, file, post

pytestmark = pytest.mark.django_db(transaction=True)

SEARCHES = 200
CUT_EVERY = 4
MARK = b"bytes of nobody else's photo"
PHOTO = make_jpeg(seed=3, width=240, height=320) + MARK * 400
PART = encode_jpeg(make_pixels(seed=8, width=200, height=200)) + MARK
BOUNDARY = "photo-search-boundary"


@pytest.fixture
def shop(transactional_db: None) -> list[Product]:
    return make_shop()


def database_text() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [text for (text,) in cursor.fetchall()]
    return "\n".join(rows)


def valkey_bytes() -> bytes:
    valkey = Redis.from_url(settings.REDIS_URL)
    try:
        return b"".join(valkey.dump(key) or b"" for key in valkey.keys("*"))
    finally:
        valkey.close()


def files_with(marks: list[bytes], folders: list[Path], newer_than: float) -> list[Path]:
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            try:
                if path.is_file() and path.stat().st_mtime >= newer_than and holds(path, marks):
                    found.append(path)
            except OSError:  # of another process, and gone by now
                continue
    return found


def holds(path: Path, marks: list[bytes]) -> bool:
    data = path.read_bytes()
    return any(mark in data for mark in marks)


def marks_of(jpeg: bytes) -> list[bytes]:
    """What would betray it: our own mark, and a stretch from the middle of the picture's data."""
    middle = len(jpeg.split(MARK)[0]) // 2
    return [MARK, jpeg[middle : middle + 48]]


MARKS = [*marks_of(PHOTO), *marks_of(PART)]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What all loggers say, debugging included."""
    text = io.StringIO()
    handler, root = logging.StreamHandler(text), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where a file could go: media and temporary files, one's own so that nobody else's are read."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return [temporary, Path(settings.MEDIA_ROOT)]


def assert_no_trace(folders: list[Path], started: float, log: io.StringIO) -> None:
    assert not files_with(MARKS, folders, started)
    assert not any(mark in valkey_bytes() for mark in MARKS)
    everything = database_text() + log.getvalue()
    assert not any(mark.decode("latin-1") in everything for mark in MARKS)
    assert not re.search(r"[A-Za-z0-9+/]{400}", everything), "nothing as long as a picture in base64"


def test_many_quick_searches(
    client: Client, shop: list[Product], folders: list[Path], log: io.StringIO
) -> None:
    started = (folders[0]).stat().st_mtime
    found = post(client, {"photo": file(PHOTO)})
    proof = found.page.all("input", name="search")[0].attributes["value"]
    for number in range(SEARCHES):
        fields = {"left": str(number % 80), "top": "0", "right": "90", "bottom": "90", "part": "1"}
        answered = client.post(
            URL,
            {**fields, "photo": file(PART), "search": proof},
            headers={"HX-Request": "true"},
        )
        assert answered.status_code == 200
    assert PhotoQuery.objects.count() == 1
    assert_no_trace(folders, started, log)
    PhotoQuery.objects.all().delete()


def test_cut_half_way_and_slow(
    live_server: LiveServer, shop: list[Product], folders: list[Path], log: io.StringIO
) -> None:
    started = (folders[0]).stat().st_mtime
    threads = [
        threading.Thread(target=send_half, args=(live_server.url,)) for _ in range(SEARCHES // CUT_EVERY)
    ]
    pending = begin_slowly(live_server.url)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert_no_trace(folders, started, log)  # while one is still on its way
    assert open_files_of_this_process(folders) == []
    pending.close()
    assert not PhotoQuery.objects.exists()


def body() -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="photo.jpg"\r\n'
    return head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + PHOTO + f"\r\n--{BOUNDARY}--\r\n".encode()


def begin_slowly(url: str) -> http.client.HTTPConnection:
    """The request's head and half its body; the rest never comes."""
    whole = body()
    line = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    line.putrequest("POST", "/visual-search/share/")
    line.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    line.putheader("Content-Length", str(len(whole)))
    line.endheaders()
    line.send(whole[: len(whole) // 2])
    return line


def send_half(url: str) -> None:
    begin_slowly(url).close()


def open_files_of_this_process(folders: list[Path]) -> list[str]:
    """The server runs in it; a file that was deleted while open would show here alone."""
    names = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            names.append(os.readlink(entry))
        except OSError:
            continue
    return [name for name in names if any(name.startswith(str(folder)) for folder in folders)]
