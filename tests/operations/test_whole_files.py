"""A file for which there is no room leaves nothing behind."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from operations.media.folder import WholeFileStorage


@contextmanager
def room_for(bytes_of_a_file: int) -> Iterator[None]:
    """No file grows beyond; the kernel refuses in the middle of it, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_of_a_file, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_begun_is_deleted(tmp_path: Path) -> None:
    storage = WholeFileStorage(location=tmp_path)
    with room_for(100_000), pytest.raises(OSError, match="File too large"):
        storage.save("shirt.jpg", ContentFile(bytes(200_000)))
    assert list(tmp_path.iterdir()) == []


def test_pictures_are_stored_so() -> None:
    assert isinstance(storages["default"], WholeFileStorage)


def test_a_folder_loads_no_client_of_buckets() -> None:
    script = "import sys, operations.media.folder; assert not {'boto3', 'botocore'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
